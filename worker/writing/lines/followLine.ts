import type { Plane } from "../Plane.ts";

/** How far a line may lie from where it is expected in the next column, in pixels, nearest first. */
const OFFSETS = [0, -1, 1];

/** How fast the slope and thickness of a line are learnt, a column. */
const LEARNING = 0.05;

/** A line is thicker than before by no more than so many pixels. */
const THICKER = 1;

/** Columns in which a line may be worn away at a stretch, in thicknesses. */
const WORN = 3;

/** What stands for a line's rows where a stroke covers it, and where it is worn away. */
export const COVERED_ROW = -1;
export const WORN_ROW = -2;

/** A line that runs across a plane. */
export interface StraightLine {
  /** Its first and last column. */
  from: number;
  to: number;
  /** Its first and last row in each column from the first on, where it is bare; planes have fewer than 2¹⁵ rows. */
  top: Int16Array;
  bottom: Int16Array;
  /** The row of its middle at either end. */
  start: number;
  end: number;
}

/** What lines are followed with, one after the other. */
export interface Walk {
  mask: Plane;
  least: number;
  thickest: number;
  /** 1 where a line that was followed has its first row in a column. */
  isSeen: Uint8Array;
  /** The rows of the line that is followed, [width]. */
  top: Int16Array;
  bottom: Int16Array;
  /** How many columns are still gone through. */
  steps: number;
}

/** Follows a line from where it begins; null if it is too short. Its rows are those of the walk. */
export function followLine(walk: Walk, column: number, first: number): StraightLine | null {
  const { mask, least, thickest, isSeen } = walk;
  const { width } = mask;
  let thickness = inkDown(mask, first * width + column, mask.height) + 1;
  let start = first + (thickness - 1) / 2;
  let [middle, slope, worn, end, from, to] = [start, 0, 0, start, column, column];
  let length = 0;
  for (let x = column; x < width && worn <= WORN * thickest; x++, length++) {
    walk.steps--;
    const expected = middle + slope;
    const row = nearestInk(mask, x, Math.round(expected));
    // Where it is thicker than before, a stroke crosses it or lies along it.
    const most = Math.min(thickest, thickness + THICKER);
    const top = row < 0 ? 0 : row - inkUp(mask, row * width + x, most);
    const bottom = row < 0 ? 0 : row + inkDown(mask, row * width + x, most);
    const isThin = row >= 0 && bottom - top + 1 <= most;
    if (isThin) {
      thickness += LEARNING * (bottom - top + 1 - thickness);
      const centre = (top + bottom) / 2;
      isSeen[top * width + x] = 1;
      // What is so short before a stroke covers it, and lies beside what follows, is the edge of that stroke.
      if (x - to > 1 && to - from < thickest && Math.abs(centre - start) > 1) {
        [start, middle, slope, thickness] = [centre, centre, 0, bottom - top + 1];
        [from, length] = [x, 0];
      }
      slope += LEARNING * (centre - middle - slope);
      middle = centre;
      end = centre;
      to = x;
    } else {
      middle = expected;
    }
    worn = row < 0 ? worn + 1 : 0;
    const hidden = row < 0 ? WORN_ROW : COVERED_ROW;
    walk.top[length] = isThin ? top : hidden;
    walk.bottom[length] = isThin ? bottom : hidden;
  }
  if (to - from + 1 < least) return null;
  return {
    from,
    to,
    top: walk.top.subarray(0, length),
    bottom: walk.bottom.subarray(0, length),
    start,
    end,
  };
}

/** The row of ink in a column that is nearest to where it is expected; -1 where there is none. */
function nearestInk({ width, height, levels }: Plane, x: number, expected: number): number {
  for (let i = 0; i < OFFSETS.length; i++) {
    const y = expected + OFFSETS[i];
    if (y >= 0 && y < height && levels[y * width + x] > 0) return y;
  }
  return -1;
}

/** How many pixels of ink lie straight over a pixel: so many at most. */
function inkUp({ width, levels }: Plane, pixel: number, most: number): number {
  let count = 0;
  while (count < most && levels[pixel - (count + 1) * width] > 0) count++;
  return count;
}

/** How many lie straight under it. */
export function inkDown({ width, levels }: Plane, pixel: number, most: number): number {
  let count = 0;
  while (count < most && levels[pixel + (count + 1) * width] > 0) count++;
  return count;
}
