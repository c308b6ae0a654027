import { VECTOR } from "../vector";

/** Pixels that are taken at once: a vector of grey levels. */
const TILE: i32 = 16;

/** Where the bytes of four pixels are in a vector, each in a lane of its own; past the vector is 0. */
function fourPixels(channels: i32): v128 {
  if (channels === 1) return i8x16(0, -1, -1, -1, 1, -1, -1, -1, 2, -1, -1, -1, 3, -1, -1, -1);
  if (channels === 2) return i8x16(0, 1, -1, -1, 2, 3, -1, -1, 4, 5, -1, -1, 6, 7, -1, -1);
  if (channels === 3) return i8x16(0, 1, 2, -1, 3, 4, 5, -1, 6, 7, 8, -1, 9, 10, 11, -1);
  return i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
}

/**
 * The grey levels of pixels, a mixture of their first three channels, rounded; of the first alone
 * where its weight is 65,536 and the others' 0.
 *
 * @param pixels u8[count][channels]; what 15 pixels more would take may be read
 * @param output u8[count], which may be where the pixels are; 15 bytes more may be overwritten
 * @param red in 65,536ths of a level, as `green` and `blue`, which add up to 65,536
 */
export function mix(
  pixels: usize,
  output: usize,
  count: i32,
  channels: i32,
  red: i32,
  green: i32,
  blue: i32,
): void {
  assert(count > 0);
  assert(channels > 0 && channels <= 4);
  assert(red >= 0 && green >= 0 && blue >= 0 && red + green + blue === 65536);

  const places: v128 = fourPixels(channels);
  const byte: v128 = i32x4.splat(255);
  const r: v128 = i32x4.splat(red);
  const g: v128 = i32x4.splat(green);
  const b: v128 = i32x4.splat(blue);
  const half: v128 = i32x4.splat(32768);
  const step: usize = 4 * channels;

  for (let i: i32 = 0; i < count; i += TILE) {
    let p: v128 = i8x16.swizzle(v128.load(pixels), places);
    let sum: v128 = i32x4.add(half, i32x4.mul(v128.and(p, byte), r));
    sum = i32x4.add(sum, i32x4.mul(v128.and(i32x4.shr_u(p, 8), byte), g));
    const level0: v128 = i32x4.add(sum, i32x4.mul(v128.and(i32x4.shr_u(p, 16), byte), b));
    pixels += step;

    p = i8x16.swizzle(v128.load(pixels), places);
    sum = i32x4.add(half, i32x4.mul(v128.and(p, byte), r));
    sum = i32x4.add(sum, i32x4.mul(v128.and(i32x4.shr_u(p, 8), byte), g));
    const level1: v128 = i32x4.add(sum, i32x4.mul(v128.and(i32x4.shr_u(p, 16), byte), b));
    pixels += step;

    p = i8x16.swizzle(v128.load(pixels), places);
    sum = i32x4.add(half, i32x4.mul(v128.and(p, byte), r));
    sum = i32x4.add(sum, i32x4.mul(v128.and(i32x4.shr_u(p, 8), byte), g));
    const level2: v128 = i32x4.add(sum, i32x4.mul(v128.and(i32x4.shr_u(p, 16), byte), b));
    pixels += step;

    p = i8x16.swizzle(v128.load(pixels), places);
    sum = i32x4.add(half, i32x4.mul(v128.and(p, byte), r));
    sum = i32x4.add(sum, i32x4.mul(v128.and(i32x4.shr_u(p, 8), byte), g));
    const level3: v128 = i32x4.add(sum, i32x4.mul(v128.and(i32x4.shr_u(p, 16), byte), b));
    pixels += step;

    // The high halves of the sums are the levels.
    const low: v128 = v128.shuffle<i16>(level0, level1, 1, 3, 5, 7, 9, 11, 13, 15);
    const high: v128 = v128.shuffle<i16>(level2, level3, 1, 3, 5, 7, 9, 11, 13, 15);
    v128.store(output + i, i8x16.narrow_i16x8_u(low, high));
  }
}

/**
 * Takes the alpha of pixels, the last of their channels.
 *
 * @param pixels u8[count][channels]
 * @param output u8[count]; 15 bytes more may be overwritten
 * @param channels 2 or 4
 * @returns 1 where every pixel is opaque, otherwise 0
 */
export function takeAlpha(pixels: usize, output: usize, count: i32, channels: i32): i32 {
  assert(count > 0);
  assert(channels === 2 || channels === 4);

  const end: usize = output + count;
  let all: v128 = i8x16.splat(-1);
  let last: i32 = 255;
  const tilesEnd: usize = output + (count & ~(TILE - 1));
  if (channels === 4) {
    while (output < tilesEnd) {
      const a: v128 = i32x4.shr_u(v128.load(pixels), 24);
      const b: v128 = i32x4.shr_u(v128.load(pixels, VECTOR), 24);
      const c: v128 = i32x4.shr_u(v128.load(pixels, 2 * VECTOR), 24);
      const d: v128 = i32x4.shr_u(v128.load(pixels, 3 * VECTOR), 24);
      const low: v128 = i16x8.narrow_i32x4_u(a, b);
      const alphas: v128 = i8x16.narrow_i16x8_u(low, i16x8.narrow_i32x4_u(c, d));
      all = v128.and(all, alphas);
      v128.store(output, alphas);
      pixels += 4 * VECTOR;
      output += VECTOR;
    }
  } else {
    while (output < tilesEnd) {
      const low: v128 = i16x8.shr_u(v128.load(pixels), 8);
      const high: v128 = i16x8.shr_u(v128.load(pixels, VECTOR), 8);
      const alphas: v128 = i8x16.narrow_i16x8_u(low, high);
      all = v128.and(all, alphas);
      v128.store(output, alphas);
      pixels += 2 * VECTOR;
      output += VECTOR;
    }
  }
  for (; output < end; output++) {
    const alpha: i32 = load<u8>(pixels + channels - 1);
    last &= alpha;
    store<u8>(output, alpha);
    pixels += channels;
  }
  return <i32>(last === 255 && i8x16.all_true(i8x16.eq(all, i8x16.splat(-1))));
}
