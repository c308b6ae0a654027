import { VECTOR } from "../vector";

/** Vectors whose sums stay within 32 bits. */
const TILE: i32 = 8192;

/** Grey levels from here on count as bright. */
const BRIGHT: i64 = 128;

/**
 * Whether what is drawn is bright: the mean of the grey levels, weighted by their alpha.
 *
 * @param grey u8[count]; up to a vector more is read
 * @param alpha u8[count], and zeros as far as a vector reaches
 * @returns true where all is clear, too
 */
export function isDrawnBright(grey: usize, alpha: usize, count: i32): bool {
  assert(count > 0);
  let drawn: i64 = 0;
  let weight: i64 = 0;
  const end: usize = grey + count;
  while (grey < end) {
    const tileEnd: usize = min(end, grey + TILE * VECTOR);
    let levels: v128 = i32x4.splat(0);
    let alphas: v128 = i32x4.splat(0);
    for (; grey < tileEnd; grey += VECTOR, alpha += VECTOR) {
      const g: v128 = v128.load(grey);
      const a: v128 = v128.load(alpha);
      const low: v128 = i16x8.extmul_low_i8x16_u(g, a);
      const high: v128 = i16x8.extmul_high_i8x16_u(g, a);
      levels = i32x4.add(levels, i32x4.extadd_pairwise_i16x8_u(low));
      levels = i32x4.add(levels, i32x4.extadd_pairwise_i16x8_u(high));
      alphas = i32x4.add(alphas, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(a)));
    }
    drawn += sumOf(levels);
    weight += sumOf(alphas);
  }
  return drawn >= BRIGHT * weight;
}

/** Of four lanes, u32 each. */
function sumOf(lanes: v128): i64 {
  const pairs: v128 = i64x2.add(i64x2.extend_low_i32x4_u(lanes), i64x2.extend_high_i32x4_u(lanes));
  return i64x2.extract_lane(pairs, 0) + i64x2.extract_lane(pairs, 1);
}

/**
 * Composites grey levels on a ground, in place: (grey · alpha + ground · (255 − alpha)) / 255, rounded.
 *
 * @param grey u8[count]; up to a vector more is read and overwritten
 * @param alpha u8[count]; up to a vector more is read
 * @param ground 0 … 255
 */
export function composite(grey: usize, alpha: usize, count: i32, ground: i32): void {
  assert(count > 0);
  assert(ground >= 0 && ground <= 255);
  const level: v128 = i8x16.splat(u8(ground));
  const opaque: v128 = i8x16.splat(-1);
  const half: v128 = i16x8.splat(127);
  const one: v128 = i16x8.splat(1);
  const end: usize = grey + count;
  for (; grey < end; grey += VECTOR, alpha += VECTOR) {
    const g: v128 = v128.load(grey);
    const a: v128 = v128.load(alpha);
    const clear: v128 = i8x16.sub(opaque, a);
    let low: v128 = i16x8.add(i16x8.extmul_low_i8x16_u(g, a), half);
    let high: v128 = i16x8.add(i16x8.extmul_high_i8x16_u(g, a), half);
    low = i16x8.add(low, i16x8.extmul_low_i8x16_u(level, clear));
    high = i16x8.add(high, i16x8.extmul_high_i8x16_u(level, clear));
    // x / 255 is (x + 1 + x / 256) / 256 for any x below 65,535, both quotients cut.
    low = i16x8.add(i16x8.add(low, one), i16x8.shr_u(low, 8));
    high = i16x8.add(i16x8.add(high, one), i16x8.shr_u(high, 8));
    v128.store(grey, i8x16.narrow_i16x8_u(i16x8.shr_u(low, 8), i16x8.shr_u(high, 8)));
  }
}
