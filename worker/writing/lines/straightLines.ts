import type { Plane } from "../Plane.ts";

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
  /** Its first and last row in each column from the first on, where it is bare. */
  top: Int32Array;
  bottom: Int32Array;
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
 */
export function straightLines(mask: Plane, least: number, thickest: number): StraightLine[] {
  const { width, height, levels } = mask;
  const runs = verticalRuns(mask);
  const isSeen = new Uint8Array(levels.length);
  const lines: StraightLine[] = [];
  let steps = MOST_STEPS * levels.length;
  for (let x = 0; x + least <= width && steps > 0; x++) {
    for (let y = 0; y < height; y++) {
      const i = y * width + x;
      if (levels[i] === 0) continue;
      const bottom = runs.bottom[i];
      if (isSeen[i] === 0 && bottom - y < thickest) {
        const line = follow(mask, runs, x, y, thickest, isSeen);
        steps -= line.top.length;
        if (line.to - line.from + 1 >= least && isStraight(line)) lines.push(line);
      }
      y = bottom;
    }
  }
  return lines;
}

/** The first and last row of the vertical run that each pixel of ink is in. */
interface VerticalRuns {
  top: Int32Array;
  bottom: Int32Array;
}

function verticalRuns({ width, levels }: Plane): VerticalRuns {
  const top = new Int32Array(levels.length);
  const bottom = new Int32Array(levels.length);
  for (let i = 0, y = 0; i < levels.length; y++) {
    for (const end = i + width; i < end; i++) {
      if (levels[i] > 0) top[i] = y > 0 && levels[i - width] > 0 ? top[i - width] : y;
    }
  }
  const last = levels.length - width;
  for (let i = levels.length - 1; i >= 0; i--) {
    if (levels[i] > 0) {
      const y = (i / width) | 0;
      bottom[i] = i < last && levels[i + width] > 0 ? bottom[i + width] : y;
    }
  }
  return { top, bottom };
}

function follow(
  { width, height, levels }: Plane,
  runs: VerticalRuns,
  from: number,
  first: number,
  thickest: number,
  isSeen: Uint8Array,
): StraightLine {
  const top: number[] = [];
  const bottom: number[] = [];
  let thickness = runs.bottom[first * width + from] - first + 1;
  const start = first + (thickness - 1) / 2;
  let [middle, slope, worn, end, to] = [start, 0, 0, start, from];
  for (let x = from; x < width && worn <= WORN * thickest; x++) {
    const expected = middle + slope;
    const row = OFFSETS.map((by) => Math.round(expected) + by).find(
      (y) => y >= 0 && y < height && levels[y * width + x] > 0,
    );
    const run = row === undefined ? -1 : row * width + x;
    const thick = run < 0 ? 0 : runs.bottom[run] - runs.top[run] + 1;
    // Where it is thicker than before, a stroke crosses it or lies along it.
    const isThin = run >= 0 && thick <= Math.min(thickest, thickness + THICKER);
    if (isThin) {
      thickness += LEARNING * (thick - thickness);
      const centre = (runs.top[run] + runs.bottom[run]) / 2;
      isSeen[runs.top[run] * width + x] = 1;
      slope += LEARNING * (centre - middle - slope);
      [middle, end, to] = [centre, centre, x];
    } else {
      middle = expected;
    }
    worn = run < 0 ? worn + 1 : 0;
    const hidden = run < 0 ? WORN_ROW : COVERED_ROW;
    top.push(isThin ? runs.top[run] : hidden);
    bottom.push(isThin ? runs.bottom[run] : hidden);
  }
  return { from, to, top: Int32Array.from(top), bottom: Int32Array.from(bottom), start, end };
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
