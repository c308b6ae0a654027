import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readBody } from "../../../../worker/http/body/readBody.ts";
import { defaultLimits } from "../../../../worker/settings/limits.ts";

const LIMIT = 100_000;

/** Random bytes do not shrink, so that what is sent is as large as what it stands for. */
const bytes = crypto.getRandomValues(new Uint8Array(50_000));

function read(body: Uint8Array, coding: string) {
  const request = new Request("http://localhost/", {
    method: "POST",
    headers: { "Content-Encoding": coding },
    body: new Uint8Array(body),
  });
  return readBody(request, { ...defaultLimits, maxBodyBytes: LIMIT }, { take: () => {} });
}

describe("A request's Content-Encoding", () => {
  it.each([
    ["gzip", gzipSync(bytes)],
    ["GZip", gzipSync(bytes)],
    ["x-gzip", gzipSync(bytes)],
    ["deflate", deflateSync(bytes)],
    ["identity", bytes],
    ["", bytes],
  ])("%s is decoded", async (coding, body) => {
    expect(Buffer.from(await read(body, coding))).toEqual(Buffer.from(bytes));
  });

  it.each([
    ["br", brotliCompressSync(bytes)],
    ["gzip, gzip", gzipSync(gzipSync(bytes))],
    ["constructor", bytes],
  ])("%s is refused", async (coding, body) => {
    await expect(read(body, coding)).rejects.toMatchObject({
      status: 415,
      message: expect.stringContaining("gzip or deflate"),
    });
  });

  it.each([
    ["plain bytes", "gzip", bytes],
    ["nothing", "gzip", new Uint8Array()],
    ["gzip cut short", "gzip", gzipSync(bytes).subarray(0, -9)],
    ["gzip with a wrong checksum", "gzip", new Uint8Array(gzipSync(bytes)).fill(0, -8)],
    ["gzip as deflate", "deflate", gzipSync(bytes)],
    ["deflate without zlib's header", "deflate", deflateRawSync(bytes)],
  ])("refuses %s", async (_, coding, body) => {
    await expect(read(body, coding)).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining(`not valid ${coding}`),
    });
  });

  it("holds the limit for what is decompressed, too", async () => {
    expect(await read(gzipSync(new Uint8Array(LIMIT)), "gzip")).toHaveLength(LIMIT);
    await expect(read(gzipSync(new Uint8Array(LIMIT + 1)), "gzip")).rejects.toMatchObject({
      status: 413,
      message: expect.stringContaining(`${LIMIT} bytes once decompressed`),
    });
  });

  it("inflates no more of a bomb than the limit", async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const { arrayBuffers } = process.memoryUsage();
    await expect(read(bomb, "gzip")).rejects.toMatchObject({ status: 413 });
    expect(process.memoryUsage().arrayBuffers - arrayBuffers).toBeLessThan(16 * 1024 * 1024);
  });
});
