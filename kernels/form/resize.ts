import { VECTOR } from "../vector";
import { BOX, coverage, MASK_ROW, MASK_SIDE } from "./layout";

/** Old pixels that a new one covers, at most. */
const MOST: i32 = MASK_SIDE + 1;

/** For each new pixel along an axis: the first old one that it covers, how many, and their shares. */
const first: usize = memory.data(BOX * 4);
const count: usize = memory.data(BOX * 4);
const shares: usize = memory.data(BOX * MOST * 8, VECTOR);

/** f64[MASK_SIDE][BOX]: every row made narrower. */
const NARROW_ROW: i32 = BOX * 8;
const narrow: usize = memory.data(MASK_SIDE * NARROW_ROW, VECTOR);

/**
 * Scales a part of the coverage by averaging the area that each new pixel covers, pixel by fraction
 * of a pixel; one axis at a time.
 *
 * @param left the part's first column
 * @param top its first row
 * @param fromWidth its size
 * @param output u8[height][BOX]
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

  coverAxis(fromWidth, width);
  for (let y: i32 = 0; y < fromHeight; y++) {
    const row: usize = coverage + (top + y) * MASK_ROW + left;
    const to: usize = narrow + y * NARROW_ROW;
    for (let x: i32 = 0; x < width; x++) store<f64>(to + 8 * x, averageAlong(row, x));
  }
  coverAxis(fromHeight, height);
  for (let y: i32 = 0; y < height; y++) averageRows(y, output + y * BOX);
}

/** Fills `first`, `count` and `shares` for an axis of `from` pixels that becomes one of `to`. */
function coverAxis(from: i32, to: i32): void {
  const size: f64 = f64(from) / f64(to);
  for (let i: i32 = 0; i < to; i++) {
    const start: f64 = f64(i) * size;
    const end: f64 = min(f64(from), f64(i + 1) * size);
    const at: i32 = i32(start);
    const pixels: i32 = i32(ceil(end)) - at;
    store<i32>(first + 4 * i, at);
    store<i32>(count + 4 * i, pixels);
    for (let k: i32 = 0; k < pixels; k++) {
      const covered: f64 = min(end, f64(at + k + 1)) - max(start, f64(at + k));
      store<f64>(shares + (i * MOST + k) * 8, covered / size);
    }
  }
}

/** New pixel i of a row of levels. */
function averageAlong(row: usize, i: i32): f64 {
  const from: usize = row + load<i32>(first + 4 * i);
  const share: usize = shares + i * MOST * 8;
  const pixels: i32 = load<i32>(count + 4 * i);
  let sum: f64 = 0;
  for (let k: i32 = 0; k < pixels; k++) {
    sum += load<f64>(share + 8 * k) * f64(load<u8>(from + k));
  }
  return sum;
}

/** New row i, of the narrow ones; what is behind its width means nothing. */
function averageRows(i: i32, output: usize): void {
  const from: usize = narrow + load<i32>(first + 4 * i) * NARROW_ROW;
  const share: usize = shares + i * MOST * 8;
  const pixels: i32 = load<i32>(count + 4 * i);
  for (let x: i32 = 0; x < BOX; x += 2) {
    let sum: v128 = f64x2.splat(0);
    for (let k: i32 = 0; k < pixels; k++) {
      const values: v128 = v128.load(from + k * NARROW_ROW + 8 * x);
      sum = f64x2.add(sum, f64x2.mul(v128.load64_splat(share + 8 * k), values));
    }
    const rounded: v128 = f64x2.floor(f64x2.add(sum, f64x2.splat(0.5)));
    store<u8>(output + x, u8(f64x2.extract_lane(rounded, 0)));
    store<u8>(output + x, u8(f64x2.extract_lane(rounded, 1)), 1);
  }
}
