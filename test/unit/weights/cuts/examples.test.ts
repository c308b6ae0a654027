import { expect, it } from "vitest";
import { type Example, examplesIn } from "../../../../weights/cuts/examples.ts";
import { kindsToDraw } from "../../../../weights/cuts/kinds.ts";
import { digitOf, digitsIn, ownersOf } from "../../../../weights/cuts/owners.ts";
import { sumPaths } from "../../../../weights/cuts/paths.ts";
import { createClassifier } from "../../../../worker/adapters/node.ts";
import { judgeOf } from "../../../../worker/classifier/judge.ts";
import { WEIGHTS } from "../../../../worker/writing/lines/cuts/worthWeights.ts";
import { drawNumbers } from "../../../drawings/numbers/number.ts";

/** A tile that is all ink, four pixels high. */
const tile = (char: string, left: number, width: number) => ({
  ...{ char, left, width, top: 0, height: 4 },
  ink: new Float64Array(width * 4).fill(1),
});

/** A cut-out of the columns from `left` on, all ink within its margin. */
const cut = (left: number, width: number) => ({
  cutOut: {
    ...{ width: width + 2, height: 6 },
    levels: new Uint8Array((width + 2) * 6).map((_, i) => {
      const [x, y] = [i % (width + 2), Math.floor(i / (width + 2))];
      return x > 0 && x <= width && y > 0 && y < 5 ? 255 : 0;
    }),
  },
  box: { left, top: 0, width, height: 4 },
});

it("tells which digit a piece is, whatever signs are beside it", () => {
  const tiles = [tile("3", 0, 8), tile("+", 8, 2), tile("7", 10, 8)];
  const owners = ownersOf(tiles, { width: 20, height: 4 }, 1);
  const digitAt = (left: number, width: number) => {
    const { cutOut, box } = cut(left, width);
    return digitOf(owners, cutOut, box)?.label;
  };
  expect(digitAt(0, 8)).toBe(3);
  expect(digitAt(0, 12)).toBe(3);
  expect(digitAt(10, 6)).toBe(7);
  expect(digitAt(10, 5)).toBeUndefined();
  expect(digitAt(0, 13)).toBeUndefined();
  const { cutOut, box } = cut(0, 18);
  expect(digitsIn(owners, cutOut, box).map(({ label }) => label)).toEqual([3, 7]);
});

it("finds digits where a drawing is read at half its size", () => {
  const owners = ownersOf([tile("3", 0, 8), tile("7", 8, 8)], { width: 8, height: 2 }, 2);
  expect(owners.digits).toEqual([
    { label: 3, height: 2, area: 8 },
    { label: 7, height: 2, area: 8 },
  ]);
});

it("finds a right way to cut most digits that touch", async () => {
  const judge = judgeOf(await createClassifier());
  const nobody = { people: [], mnist: [], scans: [] };
  const pairs = kindsToDraw(1).find(({ kind }) => kind.name === "touching/pairs");
  const examples: Example[] = [];
  if (pairs) {
    for (const drawing of drawNumbers(pairs.kind, 5, 10, nobody)) {
      examples.push(...examplesIn(drawing, "pairs", judge));
    }
  }
  expect(examples.length).toBeGreaterThanOrEqual(9);
  const withRight = examples.filter((example) => {
    const pieces = example.ways.filter(({ piece }) => piece !== null).length;
    expect(example.inputs).toHaveLength(pieces * (WEIGHTS.length / 10 + 1));
    return sumPaths(example, new Float64Array(pieces), true).logSum > -Infinity;
  });
  expect(withRight.length).toBeGreaterThanOrEqual(8);
  expect(withRight.length).toBeLessThanOrEqual(examples.length);
});
