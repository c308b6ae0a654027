import { VECTOR } from "../vector";

/** The even bytes of two vectors, in 16 bits each, are what is left of them without the odd ones. */
const EVEN: i16 = 255;

/**
 * Averages levels down to half their width and height: the rounded mean of each 2×2. What is left over
 * at the right and bottom goes into the last column and row.
 *
 * @param input u8[height][width], both at least 2; up to a vector more is read
 * @param output u8[⌊height / 2⌋][⌊width / 2⌋], which may be where the input is; up to a vector more is
 *   overwritten
 */
export function halve(input: usize, width: i32, height: i32, output: usize): void {
  assert(width >= 2 && height >= 2);
  const columns: i32 = width / 2;
  const rows: i32 = height / 2;
  const even: v128 = i16x8.splat(EVEN);
  const two: v128 = i16x8.splat(2);
  for (let y: i32 = 0; y < rows; y++) {
    const deep: i32 = y === rows - 1 ? height - 2 * y : 2;
    const upper: usize = input + 2 * y * width;
    const to: usize = output + y * columns;
    const last: u8 = lastOf(upper, width, deep);
    if (deep === 2) {
      for (let x: i32 = 0; x < columns - 1; x += VECTOR / 2) {
        const a: v128 = v128.load(upper + 2 * x);
        const b: v128 = v128.load(upper + width + 2 * x);
        const above: v128 = i16x8.add(v128.and(a, even), i16x8.shr_u(a, 8));
        const below: v128 = i16x8.add(v128.and(b, even), i16x8.shr_u(b, 8));
        const mean: v128 = i16x8.shr_u(i16x8.add(i16x8.add(above, below), two), 2);
        v128.store64_lane(to + x, i8x16.narrow_i16x8_u(mean, mean), 0);
      }
    } else {
      for (let x: i32 = 0; x < columns - 1; x++) {
        store<u8>(to + x, meanOf(upper + 2 * x, width, 2, deep));
      }
    }
    store<u8>(to + columns - 1, last);
  }
}

/** The last mean of a row, of 2 or 3 columns: read before what is written may reach it. */
function lastOf(row: usize, width: i32, rows: i32): u8 {
  const first: i32 = (width / 2 - 1) * 2;
  return meanOf(row + first, width, width - first, rows);
}

function meanOf(from: usize, stride: i32, columns: i32, rows: i32): u8 {
  let sum: i32 = 0;
  for (let y: i32 = 0; y < rows; y++) {
    for (let x: i32 = 0; x < columns; x++) sum += load<u8>(from + y * stride + x);
  }
  return u8(f64(sum) / f64(columns * rows) + 0.5);
}
