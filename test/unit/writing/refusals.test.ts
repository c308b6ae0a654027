import { describe, expect, it } from "vitest";
import { createClassifier } from "../../../worker/adapters/node.ts";
import { judgeOf } from "../../../worker/classifier/judge.ts";
import type { GreyImage } from "../../../worker/image/GreyImage.ts";
import { toPixels } from "../../../worker/writing/toPixels.ts";
import { randomFrom, seed } from "../random.ts";
import { blank, draw, paintOver } from "./drawings.ts";

const judge = judgeOf(await createClassifier());
const random = randomFrom(seed);
const sides = [28, 64, 150, 280];

/** A ground with uniform noise of an amplitude, and a slope in levels from corner to corner. */
function ground(side: number, level: number, amplitude: number, slope = 0): GreyImage {
  return paintOver(
    blank(side, side),
    (x, y) => level + amplitude * (2 * random() - 1) + (slope * (x + y)) / (2 * side),
  );
}

/** A page of digits, as small as a printed text's, row under row. */
function page(side: number, letter: number): GreyImage {
  const text = blank(side, side);
  for (let top = letter; top + letter < side; top += Math.round(1.6 * letter)) {
    for (let left = letter; left + letter < side; left += letter) {
      const glyph = draw(Math.floor(10 * random()), { side: letter, line: letter / 9 });
      for (let y = 0; y < letter; y++) {
        const row = glyph.grey.subarray(y * letter, (y + 1) * letter);
        text.grey.set(row, (top + y) * side + left);
      }
    }
  }
  return text;
}

const pictures: { name: string; make: (side: number) => GreyImage }[] = [
  { name: "black", make: (side) => blank(side, side, 0) },
  { name: "white", make: (side) => blank(side, side, 255) },
  {
    name: "clear",
    make: (side) => ({ ...blank(side, side, 90), alpha: new Uint8Array(side ** 2) }),
  },
  { name: "a ground with slight noise", make: (side) => ground(side, 200, 6) },
  { name: "a ground under light that fades", make: (side) => ground(side, 120, 0, 100) },
  { name: "such a ground with slight noise", make: (side) => ground(side, 120, 4, 100) },
  { name: "uniform noise over all levels", make: (side) => ground(side, 128, 128) },
  { name: "uniform noise over half of them", make: (side) => ground(side, 128, 64) },
  { name: "uniform noise of 30 levels on black", make: (side) => ground(side, 30, 30) },
  { name: "uniform noise of 30 levels on white", make: (side) => ground(side, 225, 30) },
];

describe("a picture in which no digit can be made out is refused", () => {
  it.each(pictures)("$name", ({ make }) => {
    for (const side of sides) {
      for (const normalize of ["auto", "always"] as const) {
        const refusal = expect.objectContaining({ status: 422 });
        const message = `${side}×${side}, ${normalize}, SEED=${seed}`;
        expect(() => toPixels(make(side), normalize, judge), message).toThrow(refusal);
      }
    }
  });

  it.each([12, 20, 24, 30])("a page of digits, %i px high", (letter) => {
    expect(() => toPixels(page(400, letter), "auto", judge), `SEED=${seed}`).toThrow(
      /There are at least \d+ digits in the image/,
    );
  });

  it("ruled paper with nothing on it", () => {
    const paper = paintOver(blank(300, 300), (_x, y, before) => (y % 25 === 9 ? 120 : before));
    expect(() => toPixels(paper, "auto", judge)).toThrow(expect.objectContaining({ status: 422 }));
  });

  it("a single speck", () => {
    const image = blank(28, 28, 0);
    image.grey[400] = 255;
    expect(() => toPixels(image, "auto", judge)).toThrow(/No digit can be made out/);
  });

  it.each([
    ["a square", (x: number, y: number) => Math.max(Math.abs(x), Math.abs(y)) < 0.5],
    ["a disc", (x: number, y: number) => Math.hypot(x, y) < 0.6],
  ])("a solid shape: %s, dark or bright", (_name, isInside) => {
    for (const [shape, around] of [
      [0, 255],
      [230, 20],
    ]) {
      const image = paintOver(blank(200, 200), (x, y) =>
        isInside(x / 100 - 1, y / 100 - 1) ? shape : around,
      );
      expect(() => toPixels(image, "auto", judge)).toThrow(/solid shape/);
    }
  });
});
