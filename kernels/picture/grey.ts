import { VECTOR } from "../vector";

/** Pixels that are in a vector, a lane of 32 bits each. */
const FOUR: i32 = 4;

/** Where the bytes of four pixels are in a vector, each in a lane of its own; past the vector is 0. */
function fourPixels(channels: i32): v128 {
  if (channels === 1) return i8x16(0, -1, -1, -1, 1, -1, -1, -1, 2, -1, -1, -1, 3, -1, -1, -1);
  if (channels === 2) return i8x16(0, 1, -1, -1, 2, 3, -1, -1, 4, 5, -1, -1, 6, 7, -1, -1);
  if (channels === 3) return i8x16(0, 1, 2, -1, 3, 4, 5, -1, 6, 7, 8, -1, 9, 10, 11, -1);
  return i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
}

/**
 * The grey levels of pixels, a mixture of their first three channels, rounded; of the first alone
 * where its weight is 65,536 and the others' 0. Sixteen pixels that are grey are their first channel, as most
 * of a drawing's are, whatever the mixture.
 *
 * @param pixels u8[count][channels]; 64 bytes more may be read
 * @param output u8[count], which may be where the pixels are; up to a vector more may be overwritten
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
  const two: v128 = i32x4.splat(0xffff);
  const byte: v128 = i32x4.splat(255);
  const r: v128 = i32x4.splat(red);
  const g: v128 = i32x4.splat(green);
  const b: v128 = i32x4.splat(blue);
  const isFirst: bool = red === 65536;
  const step: usize = FOUR * channels;

  for (let i: i32 = 0; i < count; i += VECTOR) {
    let p0: v128 = i8x16.swizzle(v128.load(pixels), places);
    let p1: v128 = i8x16.swizzle(v128.load(pixels + step), places);
    let p2: v128 = i8x16.swizzle(v128.load(pixels + 2 * step), places);
    let p3: v128 = i8x16.swizzle(v128.load(pixels + 3 * step), places);
    // Red beside green, and green beside blue.
    let unlike: v128 = v128.xor(p0, i32x4.shr_u(p0, 8));
    unlike = v128.or(unlike, v128.xor(p1, i32x4.shr_u(p1, 8)));
    unlike = v128.or(unlike, v128.xor(p2, i32x4.shr_u(p2, 8)));
    unlike = v128.or(unlike, v128.xor(p3, i32x4.shr_u(p3, 8)));
    if (isFirst || !v128.any_true(v128.and(unlike, two))) {
      p0 = v128.and(p0, byte);
      p1 = v128.and(p1, byte);
      p2 = v128.and(p2, byte);
      p3 = v128.and(p3, byte);
    } else {
      p0 = inline.always(mixed(p0, r, g, b));
      p1 = inline.always(mixed(p1, r, g, b));
      p2 = inline.always(mixed(p2, r, g, b));
      p3 = inline.always(mixed(p3, r, g, b));
    }
    const low: v128 = i16x8.narrow_i32x4_u(p0, p1);
    const high: v128 = i16x8.narrow_i32x4_u(p2, p3);
    v128.store(output + i, i8x16.narrow_i16x8_u(low, high));
    pixels += 4 * step;
  }
}

/** Four pixels' grey levels, a lane each: the high halves of the sums of what each channel adds, rounded. */
function mixed(pixels: v128, red: v128, green: v128, blue: v128): v128 {
  const byte: v128 = i32x4.splat(255);
  let sum: v128 = i32x4.add(i32x4.splat(32768), i32x4.mul(v128.and(pixels, byte), red));
  sum = i32x4.add(sum, i32x4.mul(v128.and(i32x4.shr_u(pixels, 8), byte), green));
  sum = i32x4.add(sum, i32x4.mul(v128.and(i32x4.shr_u(pixels, 16), byte), blue));
  return i32x4.shr_u(sum, 16);
}

/**
 * Takes the alpha of pixels, the last of their channels.
 *
 * @param pixels u8[count][channels]; 8 bytes more may be read
 * @param output u8[count]
 * @param channels 2 or 4
 * @returns 1 where every pixel is opaque, otherwise 0
 */
export function takeAlpha(pixels: usize, output: usize, count: i32, channels: i32): i32 {
  assert(count > 0);
  assert(channels === 2 || channels === 4);

  const places: v128 =
    channels === 4
      ? i8x16(3, 7, 11, 15, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1)
      : i8x16(1, 3, 5, 7, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1);
  let all: v128 = i32x4.splat(-1);
  let rest: u8 = 255;

  const end: usize = output + count;
  for (const last: usize = end - FOUR + 1; output < last; output += FOUR) {
    const alphas: v128 = i8x16.swizzle(v128.load(pixels), places);
    all = v128.and(all, alphas);
    v128.store32_lane(output, alphas, 0);
    pixels += FOUR * channels;
  }
  for (; output < end; output++) {
    const alpha: u8 = load<u8>(pixels + channels - 1);
    rest &= alpha;
    store<u8>(output, alpha);
    pixels += channels;
  }
  return rest === 255 && i32x4.extract_lane(all, 0) === -1 ? 1 : 0;
}
