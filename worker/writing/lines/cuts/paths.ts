import { BRIGHT, type Plane } from "../../Plane.ts";

/** What a path costs a pixel through ink, and through ground, there the less the farther from ink's sides. */
const INK = 1;
const GROUND = 0.01;

/** How much more a slanting step costs than one straight down. */
const SLANT = 1.3;

/** From this share on, a pixel of the reduced writing is ink. */
export const INKED = 0.5;

/** Writing at a reduced size. */
export interface Reduced {
  width: number;
  height: number;
  /** The share of each pixel that is ink. */
  ink: Float64Array;
}

/** A way from the top of reduced writing to its bottom. */
export interface Path {
  /** Its column in each row, the first to its right. */
  columns: Int32Array;
  /** The pixels of ink that it goes through. */
  ink: number;
  /** How many strokes it goes through. */
  crossings: number;
  /** Its mean column. */
  middle: number;
}

/** Writing with so many pixels averaged to one, across and down. */
export function reduced({ width, height, levels }: Plane, factor: number): Reduced {
  const [columns, rows] = [Math.ceil(width / factor), Math.ceil(height / factor)];
  const ink = new Float64Array(columns * rows);
  for (let y = 0; y < height; y++) {
    const row = ((y / factor) | 0) * columns;
    for (let x = 0; x < width; x++) {
      if (levels[y * width + x] >= BRIGHT) ink[row + ((x / factor) | 0)] += 1 / (factor * factor);
    }
  }
  return { width: columns, height: rows, ink };
}

/** The cheapest path down through a window around a column. */
export function shortestPath(writing: Reduced, at: number, reach: number): Path {
  const { width, height, ink } = writing;
  const from = Math.max(0, Math.round(at - reach));
  const to = Math.min(width - 1, Math.round(at + reach));
  const wide = to - from + 1;
  // What the cheapest path costs down to each column of the row above, and of this one; beside the window there is none.
  let above = new Float64Array(wide + 2).fill(Infinity);
  let total = above.slice();
  const cameFrom = new Int8Array(wide * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < wide; x++) {
      const own = GROUND + INK * ink[y * width + from + x];
      let least = y === 0 ? own : above[x + 1] + own;
      const slanting = SLANT * own;
      let move = 0;
      if (above[x] + slanting < least) {
        least = above[x] + slanting;
        move = -1;
      }
      if (above[x + 2] + slanting < least) {
        least = above[x + 2] + slanting;
        move = 1;
      }
      total[x + 1] = least;
      cameFrom[y * wide + x] = move;
    }
    [above, total] = [total, above];
  }
  let x = 0;
  for (let k = 1; k < wide; k++) if (above[k + 1] < above[x + 1]) x = k;
  const columns = new Int32Array(height);
  for (let y = height - 1; y >= 0; y--) {
    columns[y] = from + x;
    x += cameFrom[y * wide + x];
  }
  return pathAlong(columns, writing);
}

/** The path that has these columns. */
export function pathAlong(columns: Int32Array, { width, height, ink }: Reduced): Path {
  const path: Path = { columns, ink: 0, crossings: 0, middle: 0 };
  let isInside = false;
  for (let y = 0; y < height; y++) {
    const inked = ink[y * width + columns[y]];
    path.ink += inked;
    if (inked >= INKED && !isInside) path.crossings++;
    isInside = inked >= INKED;
    path.middle += columns[y] / height;
  }
  return path;
}

/** Whether less ink than that lies between two paths. */
export function hasLessBetween(
  { columns: a }: Path,
  { columns: b }: Path,
  { width, ink }: Reduced,
  most: number,
): boolean {
  let between = 0;
  for (let y = 0; y < a.length && between < most; y++) {
    const from = Math.min(a[y], b[y]);
    const to = Math.max(a[y], b[y]);
    for (let x = from; x < to; x++) between += ink[y * width + x];
  }
  return between < most;
}
