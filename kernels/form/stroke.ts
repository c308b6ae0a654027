import { VECTOR } from "../vector";
import { cover, covered, insideOf } from "./covered";
import { distanceInside } from "./distance";
import { grow } from "./grow";
import { BOX, coverage, FINE, MASK_ROW, mask, squares } from "./layout";

/**
 * The stroke widths that stay as they are, in pixels of MNIST's box. Thinner lines are made as wide as
 * MNIST's strokes are in the median, measured as here; one in a hundred of them is wider than 5.
 */
const THINNEST: f64 = 2.6;
const THICKEST: f64 = 5;

/**
 * Makes thin strokes wider, and very thick ones thinner, until they have MNIST's width: the mask's
 * outline moves, and what it covers of each pixel is the pixel's level.
 *
 * @param width of the mask
 * @param height likewise
 */
export function evenStroke(width: i32, height: i32): void {
  distanceInside(width, height);
  const growth: f64 = growthOf(strokeWidth(width, height));
  if (growth > 0) {
    grow(width, height, growth);
    return;
  }
  memory.copy(coverage, mask, height * MASK_ROW);
  if (growth < 0) shrink(width, height, growth);
}

/** Moves the outline inwards. */
function shrink(width: i32, height: i32, growth: f64): void {
  const count: i32 = cover(1, growth);
  const limit: v128 = i16x8.splat(i16(count));
  for (let y: i32 = 0; y < height; y++) {
    const row: i32 = y * MASK_ROW;
    for (let start: i32 = row; start < row + width; start += 8) {
      const isNear: v128 = i16x8.lt_u(v128.load(squares + 2 * start), limit);
      let near: i32 = i16x8.bitmask(isNear) & i8x16.bitmask(v128.load64_zero(mask + start));
      for (; near !== 0; near &= near - 1) {
        const i: i32 = start + ctz(near);
        store<u8>(coverage + i, load<u8>(covered + load<u16>(squares + 2 * i)));
      }
    }
  }
}

/**
 * The mean width of strokes: in a line of width w the distances to its edge are evenly spread from
 * 0 to w/2, so that their mean is w/4.
 */
function strokeWidth(width: i32, height: i32): f64 {
  let sum: f64 = 0;
  let count: i32 = 0;
  for (let y: i32 = 0; y < height; y++) {
    const row: usize = y * MASK_ROW;
    for (let x: i32 = 0; x < width; x += 2 * VECTOR) {
      const from: usize = row + x;
      let ink: i32 =
        i8x16.bitmask(v128.load(mask + from)) |
        (i8x16.bitmask(v128.load(mask + from, VECTOR)) << VECTOR);
      count += popcnt(ink);
      for (; ink !== 0; ink &= ink - 1) {
        sum += inline.always(insideOf(load<u16>(squares + 2 * (from + ctz(ink)))));
      }
    }
  }
  return (4 * sum) / f64(count);
}

/**
 * By how many pixels of the fine grid to move the outline of a stroke, such that its width is right
 * once the digit, which grows with it, fills the box.
 */
function growthOf(width: f64): f64 {
  const inBox: f64 = (width * f64(BOX)) / f64(FINE);
  const wanted: f64 = min(THICKEST, max(THINNEST, inBox));
  if (wanted === inBox) return 0;
  return (wanted * f64(FINE) - f64(BOX) * width) / (2 * (f64(BOX) - wanted));
}
