import { VECTOR } from "../vector";
import { BOX, coverage, MASK_ROW, MASK_SIDE } from "./layout";

/** Old pixels that a new one covers, at most: scaled to fit the box, a side is no more than 5.4 times as long. */
const MOST: i32 = 8;

/** For each new pixel along an axis: the first old one that it covers; and the shares of it and those behind, each twice. */
const first: usize = memory.data(BOX * 4);
const SHARES_ROW: i32 = MOST * VECTOR;
const shares: usize = memory.data(BOX * SHARES_ROW, VECTOR);

/** Bytes from one row of the output to the next: two vectors. */
export const BOX_ROW: i32 = 2 * VECTOR;

/** f64[MASK_ROW][2]: two rows, pixel by pixel. */
const pairs: usize = memory.data(MASK_ROW * VECTOR, VECTOR);

/** f64[MASK_SIDE + MOST][BOX]: every row made narrower. */
const NARROW_ROW: i32 = BOX * 8;
const narrow: usize = memory.data((MASK_SIDE + MOST) * NARROW_ROW, VECTOR);

/**
 * Scales a part of the coverage by averaging the area that each new pixel covers, pixel by fraction
 * of a pixel; one axis at a time.
 *
 * @param left the part's first column
 * @param top its first row
 * @param fromWidth its size
 * @param output u8[BOX][BOX_ROW]: 0 where it has nothing else
 * @param width at most BOX
 * @param height at most BOX
 */
export function resize(
  left: i32,
  top: i32,
  fromWidth: i32,
  fromHeight: i32,
  output: usize,
  width: i32,
  height: i32,
): void {
  assert(width > 0 && width <= BOX && height > 0 && height <= BOX);

  const across: i32 = coverAxis(fromWidth, width);
  for (let y: i32 = 0; y < fromHeight; y += 2) {
    pairRows(coverage + (top + y) * MASK_ROW + left, fromWidth);
    averageAlong(narrow + y * NARROW_ROW, width, across);
  }
  const down: i32 = coverAxis(fromHeight, height);
  memory.fill(output, 0, BOX * BOX_ROW);
  for (let y: i32 = 0; y < height; y++) averageRows(y, output + y * BOX_ROW, width, down);
}

/**
 * Fills `first` and `shares` for an axis of `from` pixels that becomes one of `to`.
 *
 * @returns how many shares each new pixel has; the last may be of none
 */
function coverAxis(from: i32, to: i32): i32 {
  const size: f64 = f64(from) / f64(to);
  const count: i32 = i32(ceil(size)) + 1;
  assert(count <= MOST);
  for (let i: i32 = 0; i < to; i++) {
    const start: f64 = f64(i) * size;
    const end: f64 = min(f64(from), f64(i + 1) * size);
    const at: i32 = i32(start);
    store<i32>(first + 4 * i, at);
    for (let k: i32 = 0; k < count; k++) {
      const covered: f64 = min(end, f64(at + k + 1)) - max(start, f64(at + k));
      v128.store(shares + i * SHARES_ROW + k * VECTOR, f64x2.splat(max(0, covered / size)));
    }
  }
  return count;
}

/** Fills `pairs` with a row of levels and the one below it. */
function pairRows(row: usize, width: i32): void {
  for (let x: i32 = 0; x < width; x += 4) {
    const upper: v128 = v128.load32_zero(row + x);
    const lower: v128 = v128.load32_zero(row + x + MASK_ROW);
    // Upper and lower in turn, eight integers and then floats.
    const levels: v128 = i16x8.extend_low_i8x16_u(
      i8x16.shuffle(upper, lower, 0, 16, 1, 17, 2, 18, 3, 19, 0, 0, 0, 0, 0, 0, 0, 0),
    );
    const left: v128 = i32x4.extend_low_i16x8_u(levels);
    const right: v128 = i32x4.extend_high_i16x8_u(levels);
    const to: usize = pairs + x * VECTOR;
    v128.store(to, f64x2.convert_low_i32x4_s(left));
    v128.store(to, f64x2.convert_low_i32x4_s(i64x2.shuffle(left, left, 1, 1)), VECTOR);
    v128.store(to, f64x2.convert_low_i32x4_s(right), 2 * VECTOR);
    v128.store(to, f64x2.convert_low_i32x4_s(i64x2.shuffle(right, right, 1, 1)), 3 * VECTOR);
  }
}

/** New pixels of a pair of rows, which are one below the other again. */
function averageAlong(to: usize, width: i32, count: i32): void {
  for (let x: i32 = 0; x < width; x++) {
    const from: usize = pairs + load<i32>(first + 4 * x) * VECTOR;
    const share: usize = shares + x * SHARES_ROW;
    let sum: v128 = f64x2.splat(0);
    for (let k: i32 = 0; k < count * VECTOR; k += VECTOR) {
      sum = f64x2.add(sum, f64x2.mul(v128.load(share + k), v128.load(from + k)));
    }
    v128.store64_lane(to + 8 * x, sum, 0);
    v128.store64_lane(to + 8 * x, sum, 1, NARROW_ROW);
  }
}

/** New row i, of the narrow ones. */
function averageRows(i: i32, output: usize, width: i32, count: i32): void {
  const from: usize = narrow + load<i32>(first + 4 * i) * NARROW_ROW;
  const share: usize = shares + i * SHARES_ROW;
  for (let x: i32 = 0; x < width; x += 2) {
    let sum: v128 = f64x2.splat(0);
    for (let k: i32 = 0; k < count; k++) {
      const values: v128 = v128.load(from + k * NARROW_ROW + 8 * x);
      sum = f64x2.add(sum, f64x2.mul(v128.load(share + k * VECTOR), values));
    }
    const rounded: v128 = f64x2.floor(f64x2.add(sum, f64x2.splat(0.5)));
    store<u8>(output + x, u8(f64x2.extract_lane(rounded, 0)));
    store<u8>(output + x, u8(f64x2.extract_lane(rounded, 1)), 1);
  }
  store<u8>(output + width, 0);
}
