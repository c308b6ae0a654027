import { VECTOR } from "../vector";
import { distanceAcross } from "./distance";
import { BOX, coverage, FINE, MASK_ROW, MASK_SIDE, mask, squares } from "./layout";

/**
 * The stroke widths that stay as they are, in pixels of MNIST's box. Thinner lines are made as wide as
 * MNIST's strokes are in the median, measured as here; one in a hundred of them is wider than 5.
 */
const THINNEST: f64 = 2.6;
const THICKEST: f64 = 5;

/** u8: what a pixel of ink, and one of ground, is covered by its squared distance from the outline. */
const TABLE: i32 = 2 * MASK_SIDE;
const covered: usize = memory.data(TABLE * TABLE);

/**
 * Makes thin strokes wider, and very thick ones thinner, until they have MNIST's width: the mask's
 * outline moves, and what it covers of each pixel is the pixel's level.
 *
 * @param width of the mask
 * @param height likewise
 */
export function evenStroke(width: i32, height: i32): void {
  distanceAcross(width, height, 255, MASK_SIDE);
  const grow: f64 = growth(strokeWidth(width, height));
  memory.copy(coverage, mask, height * MASK_ROW);
  // Distances are between centres of pixels; the outline lies half a pixel before the other side.
  if (grow < 0) cover(width, height, -0.5, 1, grow);
  if (grow > 0) {
    // Pixels farther away than the outline moves are not reached.
    distanceAcross(width, height, 0, i32(grow) + 3);
    cover(width, height, 0.5, -1, grow);
  }
}

/** Covers the pixels that have a distance, `sign` times as far inside as it and `offset`, where the outline may reach them. */
function cover(width: i32, height: i32, offset: f64, sign: f64, grow: f64): void {
  const reached: i32 = i32(abs(grow)) + 3;
  const count: i32 = reached * reached;
  for (let square: i32 = 0; square < count; square++) {
    const inside: f64 = sign * sqrt(f64(square)) + offset;
    const share: f64 = min(1, max(0, inside + grow + 0.5));
    store<u8>(covered + square, u8(255 * share + 0.5));
  }
  const limit: v128 = i16x8.splat(i16(count));
  for (let y: i32 = 0; y < height; y++) {
    const row: i32 = y * MASK_ROW;
    for (let start: i32 = row; start < row + width; start += 8) {
      const square: v128 = v128.load(squares + 2 * start);
      const isNear: v128 = v128.and(i16x8.lt_u(square, limit), i16x8.ne(square, i16x8.splat(0)));
      for (let near: i32 = i16x8.bitmask(isNear); near !== 0; near &= near - 1) {
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
    const end: usize = squares + (y * MASK_ROW + width) * 2;
    for (let start: usize = squares + y * MASK_ROW * 2; start < end; start += VECTOR) {
      let ink: i32 = i16x8.bitmask(i16x8.ne(v128.load(start), i16x8.splat(0)));
      count += popcnt(ink);
      for (; ink !== 0; ink &= ink - 1) {
        sum += sqrt(f64(load<u16>(start + 2 * ctz(ink)))) - 0.5;
      }
    }
  }
  return (4 * sum) / f64(count);
}

/**
 * By how many pixels of the fine grid to move the outline of a stroke, such that its width is right
 * once the digit, which grows with it, fills the box.
 */
function growth(width: f64): f64 {
  const inBox: f64 = (width * f64(BOX)) / f64(FINE);
  const wanted: f64 = min(THICKEST, max(THINNEST, inBox));
  if (wanted === inBox) return 0;
  return (wanted * f64(FINE) - f64(BOX) * width) / (2 * (f64(BOX) - wanted));
}
