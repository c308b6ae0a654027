import { VECTOR } from "../vector";

/** The longest row, in pixels, and the most rows, whose sums fit into 16 bits. */
export const LONGEST_SIDE: i32 = 1024;
export const MOST_ROWS: i32 = 257;

/** u16[LONGEST_SIDE]: the sum of each column. */
const sums: usize = memory.data((LONGEST_SIDE + VECTOR) * 2, VECTOR);

/**
 * Adds up the columns of some rows.
 *
 * @param levels u8[rows][width]; up to a vector more is read
 * @param inverted 255 where levels are taken inverted, otherwise 0
 */
export function sumColumns(levels: usize, width: i32, rows: i32, inverted: i32): void {
  assert(width <= LONGEST_SIDE && rows <= MOST_ROWS);
  const mask: v128 = i8x16.splat(u8(inverted));
  for (let x: i32 = 0; x < width; x += VECTOR) {
    let low: v128 = i16x8.splat(0);
    let high: v128 = i16x8.splat(0);
    for (let y: i32 = 0; y < rows; y++) {
      const level: v128 = v128.xor(v128.load(levels + x + y * width), mask);
      low = i16x8.add(low, i16x8.extend_low_i8x16_u(level));
      high = i16x8.add(high, i16x8.extend_high_i8x16_u(level));
    }
    v128.store(sums + 2 * x, low);
    v128.store(sums + 2 * x, high, VECTOR);
  }
}

/** Of all pixels from one column to before another. */
export function sumBetween(left: i32, right: i32): i32 {
  let sum: i32 = 0;
  for (let x: i32 = left; x < right; x++) sum += load<u16>(sums + 2 * x);
  return sum;
}
