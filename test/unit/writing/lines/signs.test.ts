import { describe, expect, it } from "vitest";
import { digits, type Point, type Stroke } from "../../../../samples/digits.ts";
import { rasterise } from "../../../../samples/stroke.ts";
import { isCross } from "../../../../worker/writing/lines/crosses.ts";
import { bracketOf } from "../../../../worker/writing/lines/signs.ts";
import type { Plane } from "../../../../worker/writing/Plane.ts";

/** Strokes in a box of so many pixels, cut out as tight as they are with a margin of one pixel. */
function cutOut(strokes: readonly Stroke[], width: number, height: number): Plane {
  const size = { width: width + 20, height: height + 20 };
  const { ink } = rasterise(strokes, size, { x: 10, y: 10, width, height }, { width: 6, soft: 1 });
  const inked = [...ink.keys()].filter((i) => ink[i] >= 0.5);
  const columns = inked.map((i) => i % size.width);
  const rows = inked.map((i) => Math.floor(i / size.width));
  const [left, top] = [Math.min(...columns) - 1, Math.min(...rows) - 1];
  const [wide, high] = [Math.max(...columns) - left + 2, Math.max(...rows) - top + 2];
  const levels = new Uint8Array(wide * high).map((_, i) => {
    const at = (top + Math.floor(i / wide)) * size.width + left + (i % wide);
    return Math.round(255 * ink[at]);
  });
  return { width: wide, height: high, levels };
}

/** A stroke through some points. */
const through = ([start, ...pieces]: Point[]): Stroke => ({ start, pieces });

const signs: [string, Point[][]][] = [
  [
    "+",
    [
      [
        [0, 0.5],
        [1, 0.5],
      ],
      [
        [0.5, 0],
        [0.5, 1],
      ],
    ],
  ],
  [
    "+ askew, its strokes crossing off the middle",
    [
      [
        [0, 0.35],
        [1, 0.5],
      ],
      [
        [0.65, 0],
        [0.6, 1],
      ],
    ],
  ],
  [
    "×",
    [
      [
        [0, 0],
        [1, 1],
      ],
      [
        [1, 0],
        [0, 1],
      ],
    ],
  ],
];

const bow = (side: number): Stroke[] => [
  through(
    Array.from({ length: 21 }, (_, i): Point => {
      const y = i / 20;
      return [0.1 - 0.2 * side * Math.sin(Math.PI * y), y];
    }),
  ),
];

describe("isCross", () => {
  it.each(signs)("knows %s", (_name, strokes) => {
    expect(isCross(cutOut(strokes.map(through), 60, 64))).toBe(true);
  });

  it.each(Array.from({ length: 10 }, (_, digit) => digit))(
    "does not take a %i for one",
    (digit) => {
      expect(isCross(cutOut(digits[digit], 50, 80))).toBe(false);
    },
  );

  it("does not take a 1 with a long upstroke for one", () => {
    const one = through([
      [0, 0.55],
      [0.85, 0.22],
      [1, 0],
      [0.5, 1],
    ]);
    expect(isCross(cutOut([one], 50, 60))).toBe(false);
  });
});

describe("bracketOf", () => {
  it("tells brackets from each other", () => {
    expect(bracketOf(cutOut(bow(1), 30, 90))).toBe("(");
    expect(bracketOf(cutOut(bow(-1), 30, 90))).toBe(")");
  });

  it.each(Array.from({ length: 10 }, (_, digit) => digit))(
    "does not take a %i for one",
    (digit) => {
      expect(bracketOf(cutOut(digits[digit], 50, 80))).toBeNull();
    },
  );
});
