import type { Box } from "../Plane.ts";

/** The steepest that rows slant, rise by run: 20°. */
const STEEPEST = 0.36;

/** How far the next digit of a row may be for the slant to be taken from it, in heights. */
const NEXT = 3;

/** Fewer pairs of neighbours than this say nothing of a slant. */
const LEAST_PAIRS = 2;

/** Two digits share a row if they overlap by this share of the lower one's height. */
const OVERLAP = 0.4;

interface Boxed {
  box: Box;
}

/**
 * Parts what is written into rows, from top to bottom, and each from left to right.
 *
 * The slant of all rows is the median of that between nearest neighbours (O'Gorman 1993, The document
 * spectrum), unless there are fewer rows without it: digits that only stand unevenly have none. Each box in turn, from
 * the left, goes on the row whose last one it overlaps most, so that a row may also wave.
 */
export function rowsOf<T extends Boxed>(things: T[], height: number): T[][] {
  const sorted = things.toSorted((a, b) => centre(a) - centre(b));
  const [slanting, level] = [slantOf(sorted, height), 0].map((slant) => rowsAlong(sorted, slant));
  return level.length < slanting.length ? level : slanting;
}

/** What is in a row so far, and where the last of it is: its top along the slant, and its height. */
interface Row<T> {
  things: T[];
  top: number;
  height: number;
}

function rowsAlong<T extends Boxed>(sorted: T[], slant: number): T[][] {
  const top = (thing: T) => thing.box.top - slant * centre(thing);
  const rows: Row<T>[] = [];
  for (const thing of sorted) {
    const { height } = thing.box;
    const a = top(thing);
    let best: Row<T> | null = null;
    let most = 0;
    for (const row of rows) {
      const shared = Math.min(a + height, row.top + row.height) - Math.max(a, row.top);
      if (shared <= 0) continue;
      const share = shared / Math.min(height, row.height);
      if (share < OVERLAP || share <= most) continue;
      best = row;
      most = share;
    }
    if (best) {
      best.things.push(thing);
      best.top = a;
      best.height = height;
    } else rows.push({ things: [thing], top: a, height });
  }
  const middle = (row: T[]) =>
    row.reduce((sum, thing) => sum + top(thing) + thing.box.height / 2, 0) / row.length;
  return rows.map(({ things }) => things).sort((a, b) => middle(a) - middle(b));
}

function centre({ box }: Boxed): number {
  return box.left + box.width / 2;
}

/** Rise by run, downward. */
function slantOf(sorted: Boxed[], height: number): number {
  const slopes: number[] = [];
  sorted.forEach((thing, i) => {
    let [slope, nearest] = [NaN, NEXT * height];
    for (let k = i + 1; k < sorted.length; k++) {
      const run = centre(sorted[k]) - centre(thing);
      if (run > nearest) break;
      const rise = middleOf(sorted[k]) - middleOf(thing);
      if (run <= 0 || Math.abs(rise) > STEEPEST * run + 0.25 * height) continue;
      const distance = Math.hypot(run, rise);
      if (distance < nearest) [slope, nearest] = [rise / run, distance];
    }
    if (!Number.isNaN(slope)) slopes.push(slope);
  });
  if (slopes.length < LEAST_PAIRS) return 0;
  const median = slopes.toSorted((a, b) => a - b)[slopes.length >> 1];
  return Math.max(-STEEPEST, Math.min(STEEPEST, median));
}

function middleOf({ box }: Boxed): number {
  return box.top + box.height / 2;
}
