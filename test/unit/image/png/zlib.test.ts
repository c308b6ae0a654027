import { deflateSync, crc32 as reference } from "node:zlib";
import zlib from "pako/lib/zlib/inflate.js";
import { describe, expect, it, vi } from "vitest";
import * as native from "../../../../worker/image/png/zlib/native.ts";
import * as portable from "../../../../worker/image/png/zlib/portable.ts";
import { randomFrom, seed } from "../../random.ts";

const random = randomFrom(seed);
const SPARE = 2 ** 16;

const platforms = [
  { platform: "Workers, Node, Deno and Bun", ...native },
  { platform: "browsers", ...portable },
];

const noise = (size: number) => Uint8Array.from({ length: size }, () => 256 * random());

/** Less than what is inflated at once where there is node:zlib, and more. */
const sizes = [1, 812, 100_000, 10_000_000];

describe.each(platforms)("image data for $platform", ({ openInflater, crc32 }) => {
  /** Reads as many bytes as are announced, in pieces. */
  function inflate(stream: Uint8Array, size: number, pieces = 3): Uint8Array {
    const inflater = openInflater(stream, { size, spare: SPARE });
    const data = new Uint8Array(size + 1);
    const most = Math.ceil(size / pieces);
    for (let at = 0; at < size; at += most) {
      const count = Math.min(most, size - at);
      const isLast = at + count === size;
      inflater.read(data.subarray(at, at + count + Number(isLast)), count);
    }
    inflater.end();
    return data.subarray(0, size);
  }

  it.each(sizes)("is inflated: %i bytes", (size) => {
    const data = noise(size);
    const stream = deflateSync(data, { level: 1 });
    expect(Buffer.compare(inflate(stream, size), data), `SEED=${seed}`).toBe(0);
    const followed = Buffer.concat([stream, Buffer.from("more")]);
    expect(Buffer.compare(inflate(followed, size), data), `SEED=${seed}`).toBe(0);
  });

  it.each(sizes)("may go on for so long, and no longer: %i bytes", (size) => {
    const stream = (surplus: number) => deflateSync(Buffer.alloc(size + surplus));
    expect(inflate(stream(SPARE), size)).toHaveLength(size);
    const message = `more image data than the ${size} bytes`;
    expect(() => inflate(stream(SPARE + 1), size)).toThrow(message);
    expect(() => inflate(stream(100 * SPARE), size)).toThrow(message);
  });

  it.each(sizes)("is refused where it ends before: %i bytes", (size) => {
    const stream = deflateSync(Buffer.alloc(size - 1));
    expect(() => inflate(stream, size)).toThrow(`less image data than the ${size} bytes`);
  });

  it.each(sizes)("is refused where it is damaged or cut short: %i bytes", (size) => {
    const stream = deflateSync(noise(size), { level: 1 });
    const corrupt = /corrupt or cut short/;
    for (const bytes of [1, 4, stream.length >> 1]) {
      expect(() => inflate(stream.subarray(0, -bytes), size)).toThrow(corrupt);
    }
    for (const at of [0, stream.length - 1]) {
      const damaged = Uint8Array.from(stream);
      damaged[at] ^= 1;
      expect(() => inflate(damaged, size), `byte ${at}, SEED=${seed}`).toThrow(corrupt);
    }
  });

  it("may reach back further than its header says, up to 32 KiB", () => {
    const data = Buffer.concat([noise(2000), Buffer.alloc(2000)]);
    data.copyWithin(2000, 0, 2000);
    const stream = deflateSync(data);
    // A window of 256 bytes, and the check of the header's two bytes.
    stream.set([0x08, 0x1d]);
    expect(Buffer.compare(inflate(stream, data.length), data), `SEED=${seed}`).toBe(0);
  });

  it("has the CRC-32 that zlib computes", () => {
    const bytes = noise(1000);
    for (const [start, end] of [
      [0, 0],
      [3, 4],
      [0, 63],
      [1, 65],
      [0, 1000],
    ]) {
      expect(crc32(bytes, start, end)).toBe(reference(bytes.subarray(start, end)));
    }
  });
});

it("pako produces no more of a bomb than it takes to see that it is one", () => {
  const inflate = zlib.inflate;
  const produced: number[] = [];
  const spy = vi.spyOn(zlib, "inflate").mockImplementation((stream, flush) => {
    const status = inflate(stream, flush);
    produced.push(stream.next_out);
    return status;
  });
  const bomb = portable.openInflater(deflateSync(Buffer.alloc(1e6)), { size: 15, spare: SPARE });
  bomb.read(new Uint8Array(16), 15);
  expect(() => bomb.end()).toThrow(/more image data/);
  spy.mockRestore();
  expect(produced).toEqual([15 + 1, SPARE]);
});
