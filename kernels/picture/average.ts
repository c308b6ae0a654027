import { VECTOR } from "../vector";

/**
 * Adds a row of pixels to the sums of the squares that they lie in, a pixel a vector. Colours are
 * weighted by their alpha, so that what is clear does not tint what is not.
 *
 * @param pixels u8[width][channels]; 3 bytes more may be read
 * @param sums u32[⌈width / factor⌉][4], of which the first `channels` count
 * @param channels 2 and 4 have alpha as their last
 * @param factor side of a square, 1 … 16: sums stay within 32 bits
 */
export function addRow(pixels: usize, sums: usize, width: i32, channels: i32, factor: i32): void {
  assert(width > 0);
  assert(channels > 0 && channels <= 4);
  assert(factor > 0 && factor <= 16);

  const zero: v128 = i32x4.splat(0);
  // By which bytes of a pixel its lanes are multiplied, and what the alpha itself is.
  const alphaPlaces: v128 =
    channels === 4
      ? i8x16(3, -1, -1, -1, 3, -1, -1, -1, 3, -1, -1, -1, -1, -1, -1, -1)
      : i8x16(1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1);
  const alphaLane: v128 = channels === 4 ? i32x4(0, 0, 0, 1) : i32x4(0, 1, 0, 0);
  const places: v128 = i8x16(0, -1, -1, -1, 1, -1, -1, -1, 2, -1, -1, -1, 3, -1, -1, -1);
  const isWeighted: bool = channels % 2 === 0;

  for (let left: i32 = width; left > 0; left -= factor) {
    let sum: v128 = zero;
    const end: usize = pixels + channels * min(left, factor);
    if (isWeighted) {
      for (; pixels < end; pixels += channels) {
        const pixel: v128 = v128.load32_zero(pixels);
        const weight: v128 = v128.or(i8x16.swizzle(pixel, alphaPlaces), alphaLane);
        sum = i32x4.add(sum, i32x4.mul(i8x16.swizzle(pixel, places), weight));
      }
    } else {
      for (; pixels < end; pixels += channels) {
        sum = i32x4.add(sum, i8x16.swizzle(v128.load32_zero(pixels), places));
      }
    }
    v128.store(sums, i32x4.add(v128.load(sums), sum));
    sums += VECTOR;
  }
}

/**
 * Makes pixels of the sums of squares, the rounded means, and clears the sums. Colours of what is wholly
 * clear are 0.
 *
 * @param sums as addRow has made them
 * @param output u8[⌈width / factor⌉][channels]; 3 bytes more may be overwritten
 * @param width of the rows that were added, in pixels
 * @param rows how many were added, at most `factor`
 */
export function means(
  sums: usize,
  output: usize,
  width: i32,
  rows: i32,
  channels: i32,
  factor: i32,
): void {
  assert(width > 0);
  assert(channels > 0 && channels <= 4);
  assert(rows > 0 && rows <= factor && factor <= 16);

  const half: v128 = f64x2.splat(0.5);
  const zero: v128 = i32x4.splat(0);
  for (let left: i32 = width; left > 0; left -= factor) {
    const pixels: f64 = <f64>(rows * min(left, factor));
    const sum: v128 = v128.load(sums);
    let low: v128 = f64x2.convert_low_i32x4_u(sum);
    let high: v128 = f64x2.convert_low_i32x4_u(v128.shuffle<i64>(sum, sum, 1, 1));
    if (channels === 4) {
      const alpha: f64 = f64x2.extract_lane(high, 1);
      const share: v128 = f64x2.splat(1 / max<f64>(1, alpha));
      low = f64x2.mul(low, share);
      high = f64x2.replace_lane(f64x2.mul(high, share), 1, alpha / pixels);
    } else if (channels === 2) {
      const alpha: f64 = f64x2.extract_lane(low, 1);
      const share: v128 = f64x2.splat(1 / max<f64>(1, alpha));
      low = f64x2.replace_lane(f64x2.mul(low, share), 1, alpha / pixels);
    } else {
      const share: v128 = f64x2.splat(1 / pixels);
      low = f64x2.mul(low, share);
      high = f64x2.mul(high, share);
    }
    const first: v128 = i32x4.trunc_sat_f64x2_u_zero(f64x2.add(low, half));
    const second: v128 = i32x4.trunc_sat_f64x2_u_zero(f64x2.add(high, half));
    const levels: v128 = i16x8.narrow_i32x4_u(v128.shuffle<i64>(first, second, 0, 2), zero);
    v128.store32_lane(output, i8x16.narrow_i16x8_u(levels, zero), 0);
    v128.store(sums, zero);
    output += channels;
    sums += VECTOR;
  }
}
