import { BRIGHT, type Plane } from "../../Plane.ts";

/** The height that writing is reduced to before it is cut, in pixels; strokes have three or four then. */
const COARSE = 36;

/** What a path costs a pixel through ink, and through ground, there the less the farther from ink's sides. */
const INK = 1;
const GROUND = 0.01;

/** How much more a slanting step costs than one straight down. */
const SLANT = 1.3;

/** From one window to the next, and how far windows reach to either side, as shares of the height. */
const STEP = 1 / 14;
const REACHES = [1 / 4, 1 / 10];

/** The most ink that a cut goes through, as a share of the height. */
const DEEPEST = 0.55;

/** Two ways are the same if there is no more ink between them than so many pixels' width of the height. */
const SAME = 0.35;

/** A way from the top to the bottom along which writing may be cut. */
export interface Seam {
  /** In each row the first column to its right, in pixels of the cut-out. */
  columns: Int32Array;
  /** How much ink it goes through, as a share of the height. */
  ink: number;
  /** How many strokes it goes through. */
  crossings: number;
}

/**
 * Finds ways to cut writing into digits: in each of many windows, which overlap, the path from top to
 * bottom that goes through the least ink (Wang and Jean 1994, Segmentation of merged characters by neural
 * networks and shortest path). Gaps, narrow bridges and the valleys of the profile are all on such paths.
 *
 * @param cutOut as crop returns it
 * @param height of the writing's digits, in pixels
 * @returns from left to right; the first lies before all ink, the last behind it
 */
export function seams(cutOut: Plane, height: number): Seam[] {
  const factor = Math.max(1, Math.round(height / COARSE));
  const cost = costs(cutOut, factor);
  const unit = height / factor;
  const step = Math.max(1, STEP * unit);
  const paths: Path[] = [];
  for (let at = step; at < cost.width - 1; at += step) {
    for (const share of REACHES) {
      const path = shortestPath(cost, at, Math.max(1, share * unit));
      if (path.ink <= DEEPEST * unit) paths.push(path);
    }
  }
  const found: Path[] = [];
  for (const path of paths.sort((a, b) => a.ink - b.ink)) {
    const isSame = (other: Path) =>
      Math.abs(other.middle - path.middle) < unit && inkBetween(other, path, cost) < SAME * unit;
    if (!found.some(isSame)) found.push(path);
  }
  const whole = (x: number): Seam => ({
    columns: new Int32Array(cutOut.height).fill(x),
    ink: 0,
    crossings: 0,
  });
  return [
    whole(0),
    ...found
      .sort((a, b) => a.middle - b.middle)
      .map(
        ({ columns, ink, crossings }): Seam => ({
          columns: Int32Array.from(
            { length: cutOut.height },
            (_, y) => columns[(y / factor) | 0] * factor,
          ),
          ink: ink / unit,
          crossings,
        }),
      ),
    whole(cutOut.width),
  ];
}

/** A way down the reduced writing. */
interface Path {
  /** Its column in each row, the first to its right. */
  columns: Int32Array;
  /** The pixels of ink that it goes through, and its mean column. */
  ink: number;
  crossings: number;
  middle: number;
}

interface Costs {
  width: number;
  height: number;
  /** The share of each pixel that is ink. */
  ink: Float64Array;
}

function costs({ width, height, levels }: Plane, factor: number): Costs {
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
function shortestPath({ width, height, ink }: Costs, at: number, reach: number): Path {
  const from = Math.max(0, Math.round(at - reach));
  const to = Math.min(width - 1, Math.round(at + reach));
  const wide = to - from + 1;
  const total = new Float64Array(wide * height);
  const cameFrom = new Int8Array(wide * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < wide; x++) {
      const i = y * wide + x;
      const own = GROUND + INK * ink[y * width + from + x];
      if (y === 0) {
        total[i] = own;
        continue;
      }
      const above = i - wide;
      let [least, move] = [total[above] + own, 0];
      if (x > 0 && total[above - 1] + SLANT * own < least) {
        [least, move] = [total[above - 1] + SLANT * own, -1];
      }
      if (x < wide - 1 && total[above + 1] + SLANT * own < least) {
        [least, move] = [total[above + 1] + SLANT * own, 1];
      }
      total[i] = least;
      cameFrom[i] = move;
    }
  }
  let x = 0;
  const last = (height - 1) * wide;
  for (let k = 1; k < wide; k++) if (total[last + k] < total[last + x]) x = k;
  const path: Path = { columns: new Int32Array(height), ink: 0, crossings: 0, middle: 0 };
  let isInside = false;
  for (let y = height - 1; y >= 0; y--) {
    const inked = ink[y * width + from + x];
    path.columns[y] = from + x;
    path.ink += inked;
    if (inked >= 0.5 && !isInside) path.crossings++;
    isInside = inked >= 0.5;
    path.middle += (from + x) / height;
    x += cameFrom[y * wide + x];
  }
  return path;
}

/** How much ink lies between two paths. */
function inkBetween({ columns: a }: Path, { columns: b }: Path, { width, ink }: Costs): number {
  let between = 0;
  for (let y = 0; y < a.length; y++) {
    const [from, to] = a[y] < b[y] ? [a[y], b[y]] : [b[y], a[y]];
    for (let x = from; x < to; x++) between += ink[y * width + x];
  }
  return between;
}
