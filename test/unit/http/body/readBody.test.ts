import { describe, expect, it } from "vitest";
import { readBody } from "../../../../worker/http/body/readBody.ts";
import { defaultLimits } from "../../../../worker/settings/limits.ts";

const uncounted = { take: () => {} };
const limits = { ...defaultLimits, maxBodyBytes: 200_000 };
const body = Uint8Array.from({ length: 150_000 }, (_, i) => i % 251);

/** A request whose body comes in pieces, from a byte stream or from one that is not. */
function inPieces(size: number, type: "bytes" | undefined): Request {
  let at = 0;
  const pull = (controller: ReadableByteStreamController) => {
    controller.enqueue(body.slice(at, at + size));
    at += size;
    if (at < body.length) return;
    controller.close();
    // A reader that waits for more is told of the end so.
    controller.byobRequest?.respond(0);
  };
  return post(new ReadableStream({ type, pull } as UnderlyingByteSource));
}

/** A request whose body stalls behind five bytes. */
function stalled(type: "bytes" | undefined, cancel: () => void): Request {
  const start = (controller: ReadableByteStreamController) => controller.enqueue(new Uint8Array(5));
  return post(new ReadableStream({ type, start, cancel } as UnderlyingByteSource));
}

function post(stream: ReadableStream): Request {
  return new Request("http://localhost", {
    method: "POST",
    body: stream,
    duplex: "half",
  } as RequestInit);
}

describe.each([["bytes"], [undefined]] as const)("A body from a stream of type %s", (type) => {
  it.each([1000, 16 * 1024, 64 * 1024, 100_000, 150_000])(
    "is read whole from pieces of %i bytes",
    async (size) => {
      expect(await readBody(inPieces(size, type), limits, uncounted)).toEqual(body);
    },
  );

  it("is read up to the limit, and refused with 413 beyond it", async () => {
    const exactly = { ...limits, maxBodyBytes: body.length };
    expect(await readBody(inPieces(1000, type), exactly, uncounted)).toEqual(body);
    const less = { ...limits, maxBodyBytes: body.length - 1 };
    await expect(readBody(inPieces(1000, type), less, uncounted)).rejects.toMatchObject({
      status: 413,
    });
  });

  it("is refused with 408 where it stalls, and its stream cancelled", async () => {
    let isCancelled = false;
    const request = stalled(type, () => {
      isCancelled = true;
    });
    await expect(
      readBody(request, { ...limits, maxBodySeconds: 1 }, uncounted),
    ).rejects.toMatchObject({
      status: 408,
      message: expect.stringContaining("within 1 s"),
    });
    expect(isCancelled).toBe(true);
  });
});
