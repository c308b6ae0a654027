import type { Plane } from "../Plane.ts";
import { closing } from "./closing.ts";
import { DIMMEST } from "./inkUnder.ts";

/** Cells along the picture's longer side, on which the ground is estimated. */
const CELLS = 32;

/**
 * Evens out the light: how dark each pixel is beside the ground around it.
 *
 * The ground is the closing of a coarse copy of the picture, interpolated. As ink takes away a share
 * of the light that falls on it, the difference is scaled to what it would be in full light.
 *
 * @param plane grey levels
 * @param dark whether the ink is darker than its ground; otherwise the levels are taken inverted
 * @returns how much ink: 0 ground … 255 black in full light
 */
export function evenLight({ width, height, levels }: Plane, dark: boolean): Plane {
  const inverted = dark ? 0 : 255;
  const size = Math.max(1, Math.max(width, height) / CELLS);
  const columns = cellsAlong(width, Math.round(width / size));
  const rows = cellsAlong(height, Math.round(height / size));
  const means = cellMeans(levels, inverted, columns, rows);
  const ground = closing(means, columns.count, rows.count);

  const ink = new Uint8Array(levels.length);
  const line = new Float64Array(columns.count);
  for (let y = 0; y < height; y++) {
    const row = Math.max(0, Math.min(rows.count - 2, Math.floor((y + 0.5) * rows.scale - 0.5)));
    const share = (y + 0.5) * rows.scale - 0.5 - row;
    const above = row * columns.count;
    const below = Math.min(row + 1, rows.count - 1) * columns.count;
    for (let c = 0; c < columns.count; c++) {
      line[c] = ground[above + c] + share * (ground[below + c] - ground[above + c]);
    }
    // From the middle of a cell to that of the next, the ground is a straight line.
    for (let c = 0, x = 0; x < width; c++) {
      const end = c < columns.count - 2 ? columns.middles[c + 1] : width;
      const slope = columns.count > 1 ? (line[c + 1] - line[c]) * columns.scale : 0;
      const light = line[c] + ((x + 0.5) * columns.scale - 0.5 - c) * (slope / columns.scale);
      fillInk(levels, inverted, y * width + x, y * width + end, light, slope, ink);
      x = end;
    }
  }
  return { width, height, levels: ink };
}

/** Along a part of a row, through which the light goes up by `slope` a pixel. */
function fillInk(
  levels: Uint8Array,
  inverted: number,
  start: number,
  end: number,
  firstLight: number,
  slope: number,
  ink: Uint8Array,
): void {
  let light = firstLight;
  for (let i = start; i < end; i++, light += slope) {
    const depth = light - (levels[i] ^ inverted);
    const inFullLight = ((depth * 255) / (light > DIMMEST ? light : DIMMEST) + 0.5) | 0;
    // All bits are set from half a level on, and none below. Noise would make a branch slow here.
    const isInk = -((2 * depth) | 0) >> 31;
    ink[i] = (inFullLight < 255 ? inFullLight : 255) & isInk;
  }
}

/** An axis of the picture and the cells along it. */
interface Axis {
  count: number;
  /** Cells to a pixel, at most 1. */
  scale: number;
  /** The first pixel of each cell, and the number of pixels. */
  edges: Int32Array;
  /** The first pixel past the middle of each cell. */
  middles: Int32Array;
}

function cellsAlong(pixels: number, cells: number): Axis {
  const count = Math.max(1, cells);
  const scale = count / pixels;
  const edges = Int32Array.from({ length: count + 1 }, (_, i) => Math.round((i * pixels) / count));
  const middles = Int32Array.from({ length: count }, (_, i) => Math.ceil((i + 0.5) / scale - 0.5));
  return { count, scale, edges, middles };
}

/** The mean level of each cell, row-major. */
function cellMeans(levels: Uint8Array, inverted: number, columns: Axis, rows: Axis): Float64Array {
  const width = columns.edges[columns.count];
  const means = new Float64Array(columns.count * rows.count);
  for (let row = 0; row < rows.count; row++) {
    const [top, bottom] = [rows.edges[row], rows.edges[row + 1]];
    for (let column = 0; column < columns.count; column++) {
      const [left, right] = [columns.edges[column], columns.edges[column + 1]];
      let sum = 0;
      for (let y = top; y < bottom; y++) {
        sum += sumOf(levels, inverted, y * width + left, y * width + right);
      }
      means[row * columns.count + column] = sum / ((right - left) * (bottom - top));
    }
  }
  return means;
}

function sumOf(levels: Uint8Array, inverted: number, start: number, end: number): number {
  let sum = 0;
  for (let i = start; i < end; i++) sum += levels[i] ^ inverted;
  return sum;
}
