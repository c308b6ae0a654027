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
  columns: number[];
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

/** The least that a path costs down to each column of a window, and from which side it comes, row by row. */
let scratch = { least: new Float64Array(0), cameFrom: new Int8Array(0) };

/** The cheapest path down through a window around a column. */
export function shortestPath(writing: Reduced, at: number, reach: number): Path {
  const { width, height, ink } = writing;
  const from = Math.max(0, Math.round(at - reach));
  const to = Math.min(width - 1, Math.round(at + reach));
  const wide = to - from + 1;
  if (scratch.cameFrom.length < (wide + 1) * height) {
    const size = 2 * (wide + 1) * height;
    scratch = { least: new Float64Array(size), cameFrom: new Int8Array(size) };
  }
  const { least, cameFrom } = scratch;
  for (let x = 0; x < wide; x++) least[x] = GROUND + INK * ink[from + x];
  least[wide] = Infinity;
  for (let y = 1, i = wide; y < height; y++) {
    let left = Infinity;
    let above = least[0];
    for (let x = 0; x < wide; x++, i++) {
      const right = least[x + 1];
      const own = GROUND + INK * ink[y * width + from + x];
      let total = above + own;
      let move = 0;
      if (left + SLANT * own < total) {
        total = left + SLANT * own;
        move = -1;
      }
      if (right + SLANT * own < total) {
        total = right + SLANT * own;
        move = 1;
      }
      least[x] = total;
      cameFrom[i] = move;
      left = above;
      above = right;
    }
  }
  let x = 0;
  for (let k = 1; k < wide; k++) if (least[k] < least[x]) x = k;
  const columns = new Array<number>(height);
  for (let y = height - 1; y >= 0; y--) {
    columns[y] = from + x;
    if (y > 0) x += cameFrom[y * wide + x];
  }
  return pathAlong(columns, writing);
}

/** The path that has these columns. */
export function pathAlong(columns: number[], { width, height, ink }: Reduced): Path {
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
