import type { Plane } from "../Plane.ts";
import { onlyRuns } from "./onlyRuns.ts";
import type { Piece } from "./piece.ts";

/** A bracket is a line that is at least so many times as high as wide … */
const SLENDER = 2.2;

/** … whose middle lies beside its ends by this share of its height, and each quarter by at least half of that. */
const BOW = 0.09;

/** A bracket without a counterpart is so many times as high as half of its row. */
const TALL = 1.2;

/** A slash leans to the right by this much run to its rise, and reaches beyond its row by this share of its height. */
const LEAN = 0.36;
const BEYOND = 0.03;

/** It bends away from a straight line by no more than this share of its height. */
const BENT = 0.1;

/** What has no better than even odds is no digit if it is lower than this share of its row. */
const DOUBTFUL = 0;
const LOW = 0.65;

/** The share of its rows that a line may be worn away or doubled in. */
const UNLIKE_LINE = 0.1;

/**
 * Whether ink is a bracket: a line bowed to one side.
 *
 * @param cutOut as crop returns it
 * @returns null for anything else
 */
export function bracketOf(cutOut: Plane): "(" | ")" | null {
  const { width, height } = cutOut;
  if (height < SLENDER * width) return null;
  const middles = lineMiddles(cutOut);
  if (!middles) return null;
  const last = middles.length - 1;
  const bow = (share: number) => {
    const row = Math.round(share * last);
    return (middles[row] - middles[0] - (middles[last] - middles[0]) * share) / last;
  };
  const [upper, middle, lower] = [bow(0.25), bow(0.5), bow(0.75)];
  const isBowed = (side: number) =>
    side * middle >= BOW && side * upper >= BOW / 2 && side * lower >= BOW / 2;
  if (isBowed(-1)) return "(";
  return isBowed(1) ? ")" : null;
}

/** The middle of the ink in each row; null where it is in several runs in too many of them. */
function lineMiddles(cutOut: Plane): number[] | null {
  const { thick, middle } = onlyRuns(cutOut);
  let unlike = 0;
  for (let row = 0; row < middle.length; row++) {
    if (thick[row] < Infinity) continue;
    unlike++;
    middle[row] = row > 0 ? middle[row - 1] : 0;
  }
  return unlike <= UNLIKE_LINE * middle.length ? middle : null;
}

/**
 * The pieces of a row that are not signs by their place in it: brackets that have their counterpart or are taller than the
 * others, slashes, which reach beyond the others above and below, and what is low and hardly a digit.
 */
export function withoutSigns(row: Piece[]): Piece[] {
  const brackets = row.map(({ cutOut }) => bracketOf(cutOut));
  const height = median(row.map(({ box }) => box.height));
  const top = median(row.map(({ box }) => box.top));
  const foot = median(row.map(({ box }) => box.top + box.height));
  return row.filter(({ box, cutOut, odds }, i) => {
    if (odds < DOUBTFUL && box.height < LOW * height) return false;
    const reach = BEYOND * height;
    const isBeyond = box.top < top - reach && box.top + box.height > foot + reach;
    if (isBeyond && isSlash(cutOut)) return false;
    const bracket = brackets[i];
    if (bracket === null) return true;
    const hasOther =
      bracket === "(" ? brackets.indexOf(")", i) > i : brackets.lastIndexOf("(", i) >= 0;
    return !hasOther && box.height < TALL * height;
  });
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

/** Whether ink is a straight line that leans to the right. */
function isSlash(cutOut: Plane): boolean {
  const middles = lineMiddles(cutOut);
  if (!middles) return false;
  const last = middles.length - 1;
  const lean = (middles[0] - middles[last]) / last;
  const isStraight = middles.every(
    (middle, row) => Math.abs(middle - middles[0] + lean * row) <= BENT * last,
  );
  return isStraight && lean >= LEAN;
}
