import { VECTOR } from "../vector";
import { CELL, CELL_ROW, CELLS, cells, ROOM } from "./closing";

/** The longest side of a picture, in pixels. */
export const LONGEST_SIDE: i32 = 1024;

/** u16[LONGEST_SIDE]: the sum of each column of pixels in a row of cells. */
const sums: usize = memory.data((LONGEST_SIDE + VECTOR) * 2, VECTOR);

/** How many cells there are along a side, each about so many pixels long. */
export function countCells(pixels: i32, size: f64): i32 {
  return max(1, i32(f64(pixels) / size + 0.5));
}

/**
 * The mean level of each cell, in `cells` as closing takes them.
 *
 * @param levels u8[height][width], no side longer than LONGEST_SIDE; up to a vector more is read
 * @param inverted 255 where levels are taken inverted, otherwise 0
 */
export function cellMeans(
  levels: usize,
  width: i32,
  height: i32,
  inverted: i32,
  columns: i32,
  rows: i32,
): void {
  assert(width <= LONGEST_SIDE && height <= LONGEST_SIDE);
  for (let row: i32 = 0; row < rows; row++) {
    const top: i32 = edge(row, height, rows);
    const deep: i32 = edge(row + 1, height, rows) - top;
    sumColumns(levels + top * width, width, deep, inverted);
    const to: usize = cells + (ROOM + row) * CELL_ROW + ROOM * CELL;
    let x: i32 = 0;
    for (let column: i32 = 0; column < columns; column++) {
      const left: i32 = x;
      const right: i32 = edge(column + 1, width, columns);
      let sum: i32 = 0;
      for (; x < right; x++) sum += load<u16>(sums + 2 * x);
      store<f64>(to + column * CELL, f64(sum) / f64((right - left) * deep));
    }
  }
}

/** The first pixel of a cell; of the one past the last, how many pixels there are. */
function edge(cell: i32, pixels: i32, count: i32): i32 {
  return i32(f64(cell * pixels) / f64(count) + 0.5);
}

/** Of so many rows, at most 1.5 · LONGEST_SIDE / CELLS, so that no sum overflows. */
function sumColumns(from: usize, width: i32, rows: i32, inverted: i32): void {
  assert(2 * rows * CELLS <= 3 * LONGEST_SIDE);
  const mask: v128 = i8x16.splat(u8(inverted));
  for (let x: i32 = 0; x < width; x += VECTOR) {
    let low: v128 = i16x8.splat(0);
    let high: v128 = i16x8.splat(0);
    for (let y: i32 = 0; y < rows; y++) {
      const level: v128 = v128.xor(v128.load(from + x + y * width), mask);
      low = i16x8.add(low, i16x8.extend_low_i8x16_u(level));
      high = i16x8.add(high, i16x8.extend_high_i8x16_u(level));
    }
    v128.store(sums + 2 * x, low);
    v128.store(sums + 2 * x, high, VECTOR);
  }
}
