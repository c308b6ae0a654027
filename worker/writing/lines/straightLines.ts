import { freeBytes } from "../../image/freeBytes.ts";
import type { Plane } from "../Plane.ts";
import type { Steps } from "../Steps.ts";
import {
  COVERED_ROW,
  followLine,
  inkDown,
  type StraightLine,
  type Walk,
  WORN_ROW,
} from "./followLine.ts";

/** The share of a line that strokes may cover, and that may be worn away. */
const COVERED = 0.6;
const WORN_AWAY = 0.15;

/** How far a line may bend away from a straight one, as a share of its length, and in pixels if that is more. */
const BENT = 0.02;
const BENT_PIXELS = 1.5;

/** Columns that lines are followed through, to a pixel of the plane: in a tangle they share their ways. */
const MOST_STEPS = 1;

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
        const line = followLine(walk, x, y);
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

/** A copy of rows that lasts. */
function kept(rows: Int16Array, { bytes }: Pick<Steps, "bytes">): Int16Array {
  const { buffer, byteOffset } = bytes(rows.byteLength);
  const copy = new Int16Array(buffer, byteOffset, rows.length);
  copy.set(rows);
  return copy;
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
