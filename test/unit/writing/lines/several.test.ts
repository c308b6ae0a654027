import { describe, expect, it } from "vitest";
import { createClassifier } from "../../../../worker/adapters/node.ts";
import { judgeOf } from "../../../../worker/classifier/judge.ts";
import type { GreyImage } from "../../../../worker/image/GreyImage.ts";
import { toPixels } from "../../../../worker/writing/toPixels.ts";
import { blank, draw, paintOver } from "../drawings.ts";

const judge = judgeOf(await createClassifier());

/** Digits of 120 px side by side. */
function row(text: string): GreyImage {
  const [width, height] = [200 * text.length, 200];
  const image = blank(width, height);
  [...text].forEach((char, i) => {
    const { grey } = draw(Number(char));
    for (let y = 0; y < height; y++) {
      image.grey.set(grey.subarray(200 * y, 200 * (y + 1)), y * width + 200 * i);
    }
  });
  return image;
}

describe("toPixels, of several digits", () => {
  it.each(["42", "10", "11", "77", "90210"])(
    "refuses %s, says how many, and what to do",
    (text) => {
      expect(() => toPixels(row(text), "auto", judge)).toThrow(
        expect.objectContaining({
          status: 422,
          message: expect.stringMatching(
            new RegExp(`at least ${text.length} digits in the image.*/model/read`),
          ),
        }),
      );
    },
  );

  it("takes what is asked for without looking: normalize=never", () => {
    expect(toPixels(row("42"), "never", judge)).toHaveLength(784);
  });
});

describe("toPixels, of one digit", () => {
  it("keeps an 8 whose seven segments do not touch", () => {
    const bars = [
      [53, 20, 80, 10],
      [40, 30, 10, 88],
      [136, 30, 10, 88],
      [53, 121, 80, 10],
      [40, 134, 10, 88],
      [136, 134, 10, 88],
      [53, 222, 80, 10],
    ];
    const eight = paintOver(blank(260, 300), (x, y, before) => {
      const isOn = bars.some(
        ([left, top, width, height]) =>
          x >= left && x < left + width && y >= top && y < top + height,
      );
      return isOn ? 0 : before;
    });
    expect(toPixels(eight, "auto", judge)).toHaveLength(784);
  });

  it("keeps a digit of several strokes, one in a frame, and one beside a speck", () => {
    const five = draw(5);
    const parted = paintOver(five, (x, y, before) => (x > 92 && x < 104 && y < 70 ? 255 : before));
    const framed = paintOver(five, (x, y, before) =>
      [12, 13, 186, 187].includes(x) || [12, 13, 186, 187].includes(y) ? 0 : before,
    );
    const speck = paintOver(five, (x, y, before) =>
      x > 170 && x < 178 && y > 150 && y < 158 ? 0 : before,
    );
    for (const image of [parted, framed, speck]) {
      expect(toPixels(image, "auto", judge)).toHaveLength(784);
    }
  });
});
