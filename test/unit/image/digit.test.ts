import { describe, expect, it } from "vitest";
import { toDigit } from "../../../worker/image/digit.ts";
import { randomFrom, seed } from "../random.ts";

const random = randomFrom(seed);

describe("toDigit", () => {
  it("keeps an opaque 28×28 image that is light on dark bit for bit", () => {
    const grey = framed(28, 0, () => Math.floor(256 * random()));
    expect(toDigit({ width: 28, height: 28, grey, alpha: null }), `SEED=${seed}`).toEqual(grey);
  });

  it("inverts an image whose border is bright", () => {
    const grey = framed(28, 255, () => 10);
    expect(toDigit({ width: 28, height: 28, grey, alpha: null })).toEqual(grey.map((g) => 255 - g));
  });

  it("averages areas: blocks of 10×10 become their mean", () => {
    const small = framed(28, 0, (i) => i % 256);
    const grey = new Uint8Array(280 * 280).map(
      (_, i) => small[Math.floor(i / 2800) * 28 + Math.floor((i % 280) / 10)],
    );
    expect(toDigit({ width: 280, height: 280, grey, alpha: null })).toEqual(small);
  });

  it("keeps the mean of an image that 28 does not divide", () => {
    const grey = framed(45, 0, () => 200);
    const digit = toDigit({ width: 45, height: 45, grey, alpha: null });
    expect(mean(digit)).toBeCloseTo(mean(grey), 0);
  });

  it("enlarges an image smaller than 28×28", () => {
    const digit = toDigit({ width: 2, height: 1, grey: new Uint8Array([70, 0]), alpha: null });
    expect(digit).toEqual(new Uint8Array(784).map((_, i) => (i % 28 < 14 ? 70 : 0)));
  });

  it.each([
    { name: "black", grey: 0, alpha: null },
    { name: "white", grey: 255, alpha: null },
    { name: "clear", grey: 90, alpha: new Uint8Array(12) },
  ])("refuses an image that is $name all over", ({ grey, alpha }) => {
    const image = { width: 4, height: 3, grey: new Uint8Array(12).fill(grey), alpha };
    expect(() => toDigit(image)).toThrow(expect.objectContaining({ status: 422 }));
  });

  it.each([
    { ink: 0, name: "dark" },
    { ink: 255, name: "bright" },
  ])("lays $name ink on the ground that it is not", ({ ink }) => {
    const alpha = framed(28, 0, (i) => (i % 2 ? 255 : 51));
    const grey = new Uint8Array(784).fill(ink);
    expect(toDigit({ width: 28, height: 28, grey, alpha })).toEqual(alpha);
  });
});

/** A square image with a border of one pixel. */
function framed(side: number, border: number, inside: (i: number) => number): Uint8Array {
  return new Uint8Array(side * side).map((_, i) => {
    const [x, y] = [i % side, Math.floor(i / side)];
    return Math.min(x, y) === 0 || Math.max(x, y) === side - 1 ? border : inside(i);
  });
}

function mean(values: Uint8Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
