import { describe, expect, it } from "vitest";
import { Arena } from "../../../worker/writing/Arena.ts";

/** Bytes of a buffer that many arrays share. */
const BUFFER = 2 ** 18;

describe("Arena", () => {
  it("lends zeros that no other array shares, where elements of any type may start", () => {
    const arena = new Arena();
    const taken = Array.from({ length: 1000 }, (_, i) => arena.take(i));
    expect(taken.map(({ length }) => length)).toEqual(taken.map((_, i) => i));
    expect(taken.every(({ byteOffset }) => byteOffset % 8 === 0)).toBe(true);
    taken.forEach((bytes, i) => {
      expect(bytes.every((byte) => byte === 0)).toBe(true);
      bytes.fill(1 + (i % 255));
    });
    taken.forEach((bytes, i) => {
      expect(bytes.every((byte) => byte === 1 + (i % 255))).toBe(true);
    });
    // Half a megabyte in two or three buffers.
    expect(new Set(taken.map(({ buffer }) => buffer)).size).toBeLessThanOrEqual(3);
  });

  it("lends more than a buffer holds", () => {
    const arena = new Arena();
    expect(arena.take(3 * BUFFER)).toHaveLength(3 * BUFFER);
    expect(arena.take(1)).toHaveLength(1);
  });

  it.skipIf(!("transfer" in ArrayBuffer.prototype))("frees all that it lent", () => {
    const arena = new Arena();
    const taken = [arena.take(10), arena.take(BUFFER), arena.take(2 * BUFFER)];
    arena.free();
    expect(taken.map(({ length }) => length)).toEqual([0, 0, 0]);
  });
});
