import { BRIGHT, type Plane } from "../Plane.ts";
import { type OnlyRuns, onlyRuns } from "./onlyRuns.ts";

/** A cross is at most so many times as wide as high, or as high as wide. */
const SQUARE = 1.8;

/** The shares of a cross's width, or height, that one of its strokes may be thick, by pens from fine to broad, and may slant over … */
const THICK = [0.2, 0.3, 0.4];
const SLANTED = 0.4;

/** … the least that it has on either side of the other, and the most that it bends away from a straight line. */
const ARM = 0.12;
const BENT = 0.1;

/** They cross at no less than this share of its width and height from its sides: a 1's flag meets its stem at the top. */
const INSIDE = 0.18;

/** They lie across one another: the product of their slopes, 1 of one stroke with itself, is less. */
const ASKEW = 0.3;

/** A times sign has no more than this share of its ink off its diagonals, by that share of its width or height … */
const BETWEEN = 0.12;
const OFF = 0.2;

/** … and at least this share in each corner, a sixth of its width from the middle. */
const LEAST_CORNER = 0.08;
const CORNER = 1 / 6;

/**
 * Whether ink is a plus or a times sign: two straight strokes that cross. Those of a plus lie across and down.
 *
 * @param cutOut as crop returns it
 */
export function isCross(cutOut: Plane): boolean {
  const { width, height } = cutOut;
  if (Math.max(width / height, height / width) > SQUARE) return false;
  return isPlus(cutOut) || isTimes(cutOut);
}

function isPlus(cutOut: Plane): boolean {
  const rows = onlyRuns(cutOut);
  let columns: OnlyRuns | null = null;
  for (const thick of THICK) {
    const down = strokeThrough(rows, thick);
    if (!down) continue;
    columns ??= onlyRuns(cutOut, true);
    const across = strokeThrough(columns, thick);
    if (!across || down.slope * across.slope >= ASKEW) continue;
    const y = (across.start + across.slope * down.start) / (1 - down.slope * across.slope);
    const x = down.start + down.slope * y;
    if (isInside(y, columns.length) && isInside(x, rows.length)) return true;
  }
  return false;
}

function isInside(place: number, length: number): boolean {
  return place >= INSIDE * length && place <= (1 - INSIDE) * length;
}

/** A straight stroke: its place in the first row, and places to a row. */
interface Stroke {
  start: number;
  slope: number;
}

/**
 * One thin straight stroke through all rows, or columns, but those in which another crosses it.
 *
 * @param share of a row that it may be thick, as THICK has it
 */
function strokeThrough({ length, thick, middle }: OnlyRuns, share: number): Stroke | null {
  const rows = thick.length;
  const isThin = (row: number) => thick[row] <= share * length;
  let [above, below] = [0, rows];
  while (above < rows && isThin(above)) above++;
  while (below > above && isThin(below - 1)) below--;
  const least = Math.max(1, ARM * rows);
  if (above < least || rows - below < least || below - above > SLANTED * rows) return null;
  const slope = (middle[rows - 1] - middle[0]) / (rows - 1);
  for (let row = 0; row < rows; row++) {
    const isCrossed = row >= above && row < below;
    if (isThin(row) === isCrossed) return null;
    const bent = Math.abs(middle[row] - middle[0] - slope * row);
    if (!isCrossed && bent > BENT * length + 1) return null;
  }
  return { start: middle[0], slope };
}

function isTimes({ width, height, levels }: Plane): boolean {
  const corners = [0, 0, 0, 0];
  let [ink, between] = [0, 0];
  for (let row = 1; row < height - 1; row++) {
    const y = (row - 0.5) / (height - 2) - 0.5;
    for (let column = 1; column < width - 1; column++) {
      if (levels[row * width + column] < BRIGHT) continue;
      const x = (column - 0.5) / (width - 2) - 0.5;
      ink++;
      if (Math.abs(Math.abs(x) - Math.abs(y)) > OFF) between++;
      else if (Math.abs(x) > CORNER) corners[2 * Number(x > 0) + Number(y > 0)]++;
    }
  }
  return between <= BETWEEN * ink && Math.min(...corners) >= LEAST_CORNER * ink;
}
