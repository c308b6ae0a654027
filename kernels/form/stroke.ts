import { VECTOR } from "../vector";
import { distanceInside } from "./distance";
import { grow } from "./grow";
import { BOX, coverage, FINE, MASK_ROW, MASK_SIDE, mask, squares } from "./layout";

/**
 * The stroke widths that stay as they are, in pixels of MNIST's box. Thinner lines are made as wide as
 * MNIST's strokes are in the median, measured as here; one in a hundred of them is wider than 5.
 */
const THINNEST: f64 = 2.6;
const THICKEST: f64 = 5;

/** u8: what a pixel of ink is covered by its squared distance from the ground. */
const TABLE: i32 = 2 * MASK_SIDE;
const covered: usize = memory.data(TABLE * TABLE);

/** f64: how far inside the outline a pixel of ink lies, by its squared distance from the ground; more than half a mask, few do. */
const SQUARES: i32 = (MASK_SIDE / 2) * (MASK_SIDE / 2);
const insides: usize = memory.data(SQUARES * 8);
for (let square: i32 = 0; square < SQUARES; square++) {
  store<f64>(insides + 8 * square, root(square));
}

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
  if (growth < 0) shrink(width, height, -growth);
}

/** Distances are between centres of pixels; the outline lies half a pixel before the other side. */
function root(square: i32): f64 {
  return sqrt(f64(square)) - 0.5;
}

/** How far inside the outline a pixel lies by its squared distance. */
function insideOf(square: i32): f64 {
  return square < SQUARES ? load<f64>(insides + 8 * square) : root(square);
}

/** Moves the outline inwards. */
function shrink(width: i32, height: i32, by: f64): void {
  const reached: i32 = i32(by) + 2;
  const count: i32 = reached * reached;
  for (let square: i32 = 0; square < count; square++) {
    const share: f64 = min(1, max(0, insideOf(square) - by + 0.5));
    store<u8>(covered + square, u8(255 * share + 0.5));
  }
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
