import { VECTOR } from "../vector";
import { alongColumns, columns } from "./columns";
import { cover, covered } from "./covered";
import { coverage, MASK_ROW } from "./layout";

/**
 * Moves the outline of ink outwards: fills `coverage`. Strokes are two pixels wide at least as they are
 * measured, so that the outline moves by 3⅓ pixels at most: the squared distances that it reaches are a byte.
 *
 * @param width of the mask
 * @param height likewise
 * @param by how many pixels
 */
export function grow(width: i32, height: i32, by: f64): void {
  assert(by < 3.5);

  cover(-1, by);
  alongColumns(width, height, 0);
  square(width, height);
  const reach: i32 = i32(by) + 1;
  for (let y: i32 = 0; y < height; y++) {
    const row: usize = y * MASK_ROW;
    for (let x: i32 = 0; x < width; x += VECTOR) coverAside(row + x, reach);
    // What is beside the mask is no pixel of it.
    v128.store(coverage + row + width, i8x16.splat(0));
  }
}

/** Squares the distances along columns, in place, as far as bytes go. Nothing is near beside the mask. */
function square(width: i32, height: i32): void {
  for (let y: i32 = 0; y < height; y++) {
    const row: usize = columns + y * MASK_ROW;
    for (let x: i32 = 0; x < width; x += VECTOR) {
      const distance: v128 = v128.load(row + x);
      const left: v128 = i16x8.extmul_low_i8x16_u(distance, distance);
      const right: v128 = i16x8.extmul_high_i8x16_u(distance, distance);
      v128.store(row + x, i8x16.narrow_i16x8_u(left, right));
    }
    v128.store(row - VECTOR, i8x16.splat(-1));
    v128.store(row + width, i8x16.splat(-1));
  }
}

/** Covers a vector of pixels by the nearest ink along their rows, up to so far. */
function coverAside(i: usize, reach: i32): void {
  const at: usize = columns + i;
  let nearest: v128 = v128.load(at);
  for (let d: i32 = 1; d <= reach; d++) {
    const beside: v128 = i8x16.min_u(v128.load(at - d), v128.load(at + d));
    nearest = i8x16.min_u(nearest, i8x16.add_sat_u(beside, i8x16.splat(i8(d * d))));
  }
  // A place outside the vector gives 0.
  const near: v128 = i8x16.swizzle(v128.load(covered), nearest);
  const next: v128 = i8x16.sub(nearest, i8x16.splat(i8(VECTOR)));
  const far: v128 = i8x16.swizzle(v128.load(covered, VECTOR), next);
  v128.store(coverage + i, v128.or(near, far));
}
