import { BRIGHT, type Plane } from "../Plane.ts";

/** A cross is at most so many times as wide as high, or as high as wide. */
const SQUARE = 1.8;

/** The share of its ink that a plus has in the corners of three by three fields, or a times sign between them, at most … */
const ELSEWHERE = 0.06;

/** … and the share in each of its four arms, at least. */
const ARM = 0.07;

/** Fields of three by three, row by row. */
const CORNERS = [0, 2, 6, 8];
const SIDES = [1, 3, 5, 7];

/**
 * Whether ink is a plus or a times sign: two strokes that cross in the middle, seen in three by three fields, of
 * which the corners, or those between them, are next to empty. No digit has that.
 *
 * @param cutOut as crop returns it
 */
export function isCross(cutOut: Plane): boolean {
  const { width, height } = cutOut;
  if (Math.max(width / height, height / width) > SQUARE) return false;
  const shares = fieldShares(cutOut);
  const sum = (fields: number[]) => fields.reduce((total, field) => total + shares[field], 0);
  const hasAll = (fields: number[]) => fields.every((field) => shares[field] >= ARM);
  return (
    (hasAll(SIDES) && sum(CORNERS) <= ELSEWHERE) || (hasAll(CORNERS) && sum(SIDES) <= ELSEWHERE)
  );
}

/** The share of the ink in each field. */
function fieldShares({ width, height, levels }: Plane): number[] {
  const shares = new Array<number>(9).fill(0);
  let ink = 0;
  for (let y = 1; y < height - 1; y++) {
    const row = 3 * Math.floor((3 * (y - 1)) / (height - 2));
    for (let x = 1; x < width - 1; x++) {
      if (levels[y * width + x] < BRIGHT) continue;
      shares[row + Math.floor((3 * (x - 1)) / (width - 2))]++;
      ink++;
    }
  }
  return shares.map((count) => count / ink);
}

/** A bracket is a line that is at least so many times as high as wide … */
const SLENDER = 2.2;

/** … whose middle lies beside its ends by this share of its height, and each quarter at least by half of that. */
const BOW = 0.09;

/** The share of its rows that a line may be hidden or doubled in. */
const UNLIKE_LINE = 0.1;

/**
 * Whether ink is a bracket: a line bowed to one side.
 *
 * @returns `(` or `)`, or null for anything else
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

/** The middle of the only run of ink in each row; null where there are several in too many of them. */
function lineMiddles({ width, height, levels }: Plane): number[] | null {
  const middles: number[] = [];
  let unlike = 0;
  for (let y = 1; y < height - 1; y++) {
    let [first, last, count] = [-1, -1, 0];
    for (let x = 1; x < width - 1; x++) {
      if (levels[y * width + x] < BRIGHT) continue;
      if (first < 0) first = x;
      last = x;
      count++;
    }
    if (count === 0 || count < last - first + 1) unlike++;
    middles.push(first < 0 ? (middles.at(-1) ?? 0) : (first + last) / 2);
  }
  return unlike <= UNLIKE_LINE * middles.length ? middles : null;
}
