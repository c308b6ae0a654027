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

  const places: v128 = i8x16(0, -1, -1, -1, 1, -1, -1, -1, 2, -1, -1, -1, 3, -1, -1, -1);
  const alphas: v128 = alphaPlaces(channels);
  const ones: v128 = oneLanes(channels);
  const isWeighted: bool = channels % 2 === 0;
  for (let left: i32 = width; left > 0; left -= factor) {
    let sum: v128 = i32x4.splat(0);
    const end: usize = pixels + channels * min(left, factor);
    if (isWeighted) {
      for (; pixels < end; pixels += channels) {
        const pixel: v128 = v128.load32_zero(pixels);
        sum = i32x4.add(sum, inline.always(weighted(pixel, places, alphas, ones)));
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
 * Adds a row of pixels of up to 8 bits to the sums of the squares that they lie in, by what their values
 * stand for.
 *
 * @param values the first in a byte's most significant bits
 * @param bits of a value: 1, 2, 4 or 8
 * @param table u32[2^bits][4]: what each value adds, colours multiplied by their alpha
 * @param sums as addRow takes them, and `width` and `factor`
 */
export function addValues(
  values: usize,
  bits: i32,
  table: usize,
  sums: usize,
  width: i32,
  factor: i32,
): void {
  assert(bits === 1 || bits === 2 || bits === 4 || bits === 8);
  assert(width > 0);
  assert(factor > 0 && factor <= 16);

  const mask: i32 = (1 << bits) - 1;
  for (let x: i32 = 0; x < width; ) {
    let sum: v128 = i32x4.splat(0);
    const end: i32 = min(x + factor, width);
    if (bits === 8) {
      for (; x < end; x++) sum = i32x4.add(sum, v128.load(table + VECTOR * load<u8>(values + x)));
    } else {
      for (; x < end; x++) {
        const bit: i32 = x * bits;
        const value: i32 = (<i32>load<u8>(values + (bit >> 3)) >> (8 - bits - (bit & 7))) & mask;
        sum = i32x4.add(sum, v128.load(table + VECTOR * value));
      }
    }
    v128.store(sums, i32x4.add(v128.load(sums), sum));
    sums += VECTOR;
  }
}

/**
 * Adds the pixels of a row of a pass, which lie some columns apart, as addRow adds those of a row.
 *
 * @param x column of the first pixel
 * @param step columns from a pixel to the next
 */
export function addPass(
  pixels: usize,
  sums: usize,
  width: i32,
  channels: i32,
  factor: i32,
  x: i32,
  step: i32,
): void {
  assert(width > 0);
  assert(channels > 0 && channels <= 4);
  assert(factor > 0 && factor <= 16);
  assert(x >= 0 && step > 0);

  const places: v128 = i8x16(0, -1, -1, -1, 1, -1, -1, -1, 2, -1, -1, -1, 3, -1, -1, -1);
  const alphas: v128 = alphaPlaces(channels);
  const ones: v128 = oneLanes(channels);
  sums += VECTOR * (x / factor);
  // From the square's left edge.
  let column: i32 = x % factor;
  for (const end: usize = pixels + width * channels; pixels < end; pixels += channels) {
    const pixel: v128 = v128.load32_zero(pixels);
    v128.store(
      sums,
      i32x4.add(v128.load(sums), inline.always(weighted(pixel, places, alphas, ones))),
    );
    for (column += step; column >= factor; column -= factor) sums += VECTOR;
  }
}

/** By which byte of a pixel each of its lanes is multiplied, where there is alpha. */
function alphaPlaces(channels: i32): v128 {
  if (channels === 4) return i8x16(3, -1, -1, -1, 3, -1, -1, -1, 3, -1, -1, -1, -1, -1, -1, -1);
  if (channels === 2) return i8x16(1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1);
  return i8x16.splat(-1);
}

/** 1 in each lane that stays as it is: the alpha, or all where there is none. */
function oneLanes(channels: i32): v128 {
  if (channels === 4) return i32x4(0, 0, 0, 1);
  if (channels === 2) return i32x4(0, 1, 0, 0);
  return i32x4.splat(1);
}

/** A pixel's bytes in a lane each, multiplied by its alpha. */
function weighted(pixel: v128, places: v128, alphas: v128, ones: v128): v128 {
  const weights: v128 = v128.or(i8x16.swizzle(pixel, alphas), ones);
  return i32x4.mul(i8x16.swizzle(pixel, places), weights);
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
    let low: v128 = f64x2.convert_low_i32x4_s(sum);
    let high: v128 = f64x2.convert_low_i32x4_s(v128.shuffle<i64>(sum, sum, 1, 1));
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
    const first: v128 = i32x4.trunc_sat_f64x2_s_zero(f64x2.add(low, half));
    const second: v128 = i32x4.trunc_sat_f64x2_s_zero(f64x2.add(high, half));
    const levels: v128 = i16x8.narrow_i32x4_u(v128.shuffle<i64>(first, second, 0, 2), zero);
    v128.store32_lane(output, i8x16.narrow_i16x8_u(levels, zero), 0);
    v128.store(sums, zero);
    output += channels;
    sums += VECTOR;
  }
}
