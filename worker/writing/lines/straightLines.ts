import { freeBytes } from "../../image/freeBytes.ts";
import type { Plane } from "../Plane.ts";
import type { Steps } from "../Steps.ts";

/** How far a line may lie from where it is expected in the next column, in pixels, nearest first. */
const OFFSETS = [0, -1, 1];

/** How fast the slope and thickness of a line are learnt, a column. */
const LEARNING = 0.05;

/** A line is thicker than before by no more than so many pixels. */
const THICKER = 1;

/** Columns in which a line may be worn away at a stretch, in thicknesses. */
const WORN = 3;

/** The share of a line that strokes may cover, and that may be worn away. */
const COVERED = 0.6;
const WORN_AWAY = 0.15;

/** How far a line may bend away from a straight one, as a share of its length, and in pixels if that is more. */
const BENT = 0.02;
const BENT_PIXELS = 1.5;

/** Columns that lines are followed through, to a pixel of the plane: in a tangle they share their ways. */
const MOST_STEPS = 1;

/** What stands for a line's rows where a stroke covers it, and where it is worn away. */
const COVERED_ROW = -1;
const WORN_ROW = -2;

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

/**
 * Finds lines that run from left to right, whatever crosses them: thin vertical runs of ink linked
 * from column to column, as staff lines are told from notes (Carter and Bacon 1992, Automatic recognition of
 * printed music).
 *
 * @param mask 0 ground, other values ink
 * @param least the length of a line in pixels, at least
 * @param thickest its thickness in pixels, at most
 * @param steps whose bytes the rows of lines are
 */
export function straightLines(
  mask: Plane,
  least: number,
  thickest: number,
  steps: Pick<Steps, "bytes">,
): StraightLine[] {
  const { width, height, levels } = mask;
  const walk: Walk = {
    mask,
    least,
    thickest,
    isSeen: new Uint8Array(levels.length),
    top: new Int16Array(width),
    bottom: new Int16Array(width),
    steps: MOST_STEPS * levels.length,
  };
  const lines: StraightLine[] = [];
  for (let x = 0; x + least <= width && walk.steps > 0; x++) {
    for (let y = 0; y < height; y++) {
      const i = y * width + x;
      if (levels[i] === 0) continue;
      const bottom = inkDown(mask, i, height) + y;
      if (walk.isSeen[i] === 0 && bottom - y < thickest) {
        const line = follow(walk, x, y);
        if (line && isStraight(line)) {
          lines.push({ ...line, top: kept(line.top, steps), bottom: kept(line.bottom, steps) });
        }
      }
      y = bottom;
    }
  }
  freeBytes(walk.isSeen);
  return lines;
}

/** How many pixels of ink lie straight over a pixel: so many at most. */
function inkUp({ width, levels }: Plane, pixel: number, most: number): number {
  let count = 0;
  while (count < most && levels[pixel - (count + 1) * width] > 0) count++;
  return count;
}

/** How many lie straight under it. */
function inkDown({ width, levels }: Plane, pixel: number, most: number): number {
  let count = 0;
  while (count < most && levels[pixel + (count + 1) * width] > 0) count++;
  return count;
}

/** What lines are followed with, one after the other. */
interface Walk {
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

function kept(rows: Int16Array, { bytes }: Pick<Steps, "bytes">): Int16Array {
  const { buffer, byteOffset } = bytes(rows.byteLength);
  const copy = new Int16Array(buffer, byteOffset, rows.length);
  copy.set(rows);
  return copy;
}

/** Follows a line from where it begins; null if it is too short. Its rows are those of the walk. */
function follow(walk: Walk, column: number, first: number): StraightLine | null {
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

/** Rows to a column. */
export function slopeOf({ from, to, start, end }: StraightLine): number {
  return (end - start) / (to - from);
}

/** The row of a line's middle at a column, were it straight. */
export function rowAt(line: StraightLine, column: number): number {
  return line.start + slopeOf(line) * (column - line.from);
}

function isStraight(line: StraightLine): boolean {
  const { from, to, top, bottom } = line;
  const length = to - from;
  const most = Math.max(BENT_PIXELS, BENT * length);
  let [covered, worn] = [0, 0];
  for (let i = 0; i <= length; i++) {
    if (top[i] === COVERED_ROW) covered++;
    else if (top[i] === WORN_ROW) worn++;
    else if (Math.abs((top[i] + bottom[i]) / 2 - rowAt(line, from + i)) > most) {
      return false;
    }
  }
  return covered <= COVERED * length && worn <= WORN_AWAY * length;
}
