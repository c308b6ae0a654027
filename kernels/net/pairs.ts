import { VECTOR } from "../vector";
import { ROW, SIDE } from "./layout";

/**
 * Widens rows of grey levels to 16 bits. A pair is a pixel and the one to its right: a vector read
 * at pixel x holds the pairs of the even columns from x on, one read at x + 1 those of the odd.
 *
 * @param pixels u8[rows][SIDE], and 4 readable bytes behind it
 * @param output i16[rows][ROW / 2]; what is behind the SIDE pixels means nothing
 */
export function pairPixels(pixels: usize, output: usize, rows: i32): void {
  assert(rows > 0);
  for (let row: i32 = 0; row < rows; row++) {
    v128.store(output, v128.load_ext<u8>(pixels));
    v128.store(output, v128.load_ext<u8>(pixels, 8), VECTOR);
    v128.store(output, v128.load_ext<u8>(pixels, 16), 2 * VECTOR);
    v128.store(output, v128.load_ext<u8>(pixels, 24), 3 * VECTOR);
    pixels += SIDE;
    output += ROW;
  }
}

/**
 * Scales two channels down to 15 bits and pairs them pixel by pixel.
 *
 * @param input i32[2][rows][width], none negative
 * @param output i16[rows][ROW / 4][2]
 * @param width a multiple of 4, at most ROW / 4
 * @param shift such that no value is above 32,767 afterwards
 */
export function pairChannels(input: usize, output: usize, rows: i32, width: i32, shift: i32): void {
  assert(rows > 0);
  assert(width > 0 && width % 4 === 0 && 4 * width <= ROW);
  assert(shift >= 0 && shift < 32);

  const plane: usize = 4 * rows * width;
  const rowBytes: usize = 4 * width;
  for (let row: i32 = 0; row < rows; row++) {
    for (let x: usize = 0; x < rowBytes; x += VECTOR) {
      const first: v128 = i32x4.shr_u(v128.load(input + x), shift);
      const second: v128 = i32x4.shr_u(v128.load(input + x + plane), shift);
      assert(!v128.any_true(i32x4.gt_u(v128.or(first, second), i32x4.splat(i16.MAX_VALUE))));
      v128.store(output + x, v128.or(first, i32x4.shl(second, 16)));
    }
    input += rowBytes;
    output += ROW;
  }
}
