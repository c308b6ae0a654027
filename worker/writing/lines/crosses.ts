import { BRIGHT, type Plane } from "../Plane.ts";

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
  return THICK.some((thick) => isPlus(cutOut, thick)) || isTimes(cutOut);
}

function isPlus({ width, height, levels }: Plane, thick: number): boolean {
  const at = (x: number, y: number) => levels[y * width + x] >= BRIGHT;
  const down = strokeThrough(height - 2, width - 2, thick, (row, place) => at(place + 1, row + 1));
  if (!down) return false;
  const across = strokeThrough(width - 2, height - 2, thick, (column, place) =>
    at(column + 1, place + 1),
  );
  if (!across || down.slope * across.slope >= ASKEW) return false;
  const y = (across.start + across.slope * down.start) / (1 - down.slope * across.slope);
  return isInside(y, height - 2) && isInside(down.start + down.slope * y, width - 2);
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
 * @param length how many rows there are, and how many places in each
 * @param thick as THICK has it
 */
function strokeThrough(
  length: number,
  across: number,
  thick: number,
  isInk: (row: number, place: number) => boolean,
): Stroke | null {
  const thin: { row: number; middle: number }[] = [];
  for (let row = 0; row < length; row++) {
    const middle = thinRun(across, thick * across, (place) => isInk(row, place));
    if (middle !== null) thin.push({ row, middle });
    else if (row < ARM * length) return null;
  }
  const isAbove = thin.findIndex(({ row }, i) => row !== i);
  const above = isAbove < 0 ? thin.length : isAbove;
  const below = thin.length - above;
  if (above < ARM * length || below < Math.max(1, ARM * length)) return null;
  if (length - thin.length > SLANTED * length) return null;
  const gaps = thin[above].row - above;
  if (gaps !== length - thin.length) return null;
  const [first, last] = [thin[0], thin[thin.length - 1]];
  const slope = (last.middle - first.middle) / (last.row - first.row);
  const isStraight = thin.every(
    ({ row, middle }) =>
      Math.abs(middle - first.middle - slope * (row - first.row)) <= BENT * across + 1,
  );
  return isStraight ? { start: first.middle, slope } : null;
}

/** The middle of the only run of ink in a row, if it is no thicker. */
export function thinRun(
  across: number,
  thickest: number,
  isInk: (place: number) => boolean,
): number | null {
  let [first, last, count] = [-1, -1, 0];
  for (let place = 0; place < across; place++) {
    if (!isInk(place)) continue;
    if (first < 0) first = place;
    last = place;
    count++;
  }
  const isOne = count > 0 && count === last - first + 1;
  return isOne && count <= thickest ? (first + last) / 2 : null;
}

function isTimes({ width, height, levels }: Plane): boolean {
  const corners = [0, 0, 0, 0];
  let [ink, between] = [0, 0];
  levels.forEach((level, i) => {
    if (level < BRIGHT) return;
    const x = ((i % width) - 0.5) / (width - 2) - 0.5;
    const y = (Math.floor(i / width) - 0.5) / (height - 2) - 0.5;
    ink++;
    if (Math.abs(Math.abs(x) - Math.abs(y)) > OFF) between++;
    else if (Math.abs(x) > CORNER) corners[2 * Number(x > 0) + Number(y > 0)]++;
  });
  return between <= BETWEEN * ink && Math.min(...corners) >= LEAST_CORNER * ink;
}
