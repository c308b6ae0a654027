import { VECTOR } from "../vector";
import { MASK_ROW, MASK_SIDE, mask, squares } from "./layout";

/** u16: a row of squared distances along columns, with the farthest there are around it. */
const AROUND: i32 = MASK_SIDE * 2;
const line: usize = memory.data(AROUND + MASK_ROW * 2 + AROUND, VECTOR);

/** u8[MASK_SIDE][MASK_ROW]: distances along columns. */
const columns: usize = memory.data(MASK_SIDE * MASK_ROW, VECTOR);

/** Farther than anything in the mask is from anything else. */
const FAR: u8 = u8(2 * MASK_SIDE);

/**
 * The exact squared Euclidean distance from each pixel's centre of one kind, ink or ground, to the
 * nearest of the other: first along columns, then the lower envelope along each row (Saito and
 * Toriwaki 1994, New Algorithms for Euclidean Distance Transformation).
 *
 * @param width of the mask
 * @param height likewise
 * @param from the level of the kind that distances are measured from
 * @param farthest distances from here on need not be right
 */
export function distanceAcross(width: i32, height: i32, from: u8, farthest: i32): void {
  assert(width > 0 && width <= MASK_SIDE && height > 0 && height <= MASK_SIDE);

  alongColumns(width, height, from);
  memory.fill(line, 0xff, AROUND + MASK_ROW * 2 + AROUND);
  const row: usize = line + AROUND;
  for (let y: i32 = 0; y < height; y++) {
    squareRow(columns + y * MASK_ROW, row, width);
    const to: usize = squares + y * MASK_ROW * 2;
    for (let x: i32 = 0; x < 2 * width; x += VECTOR) nearestInRow(row + x, to + x, farthest);
  }
}

/** The distance from each pixel to the nearest of the other kind above or below it; of those without one, a far one. */
function alongColumns(width: i32, height: i32, from: u8): void {
  const kind: v128 = i8x16.splat(from);
  const one: v128 = i8x16.splat(1);
  const far: v128 = i8x16.splat(FAR);
  for (let x: i32 = 0; x < width; x += VECTOR) {
    let distance: v128 = far;
    for (let i: usize = x; i < usize(height * MASK_ROW); i += MASK_ROW) {
      distance = i8x16.min_u(far, i8x16.add(distance, one));
      distance = v128.and(distance, i8x16.eq(v128.load(mask + i), kind));
      v128.store(columns + i, distance);
    }
    for (let i: i32 = (height - 1) * MASK_ROW + x; i >= 0; i -= MASK_ROW) {
      distance = i8x16.min_u(v128.load(columns + i), i8x16.add(distance, one));
      v128.store(columns + i, distance);
    }
  }
}

/** The squares of a row of distances. What is behind the mask's columns is ground, as they are. */
function squareRow(distances: usize, row: usize, width: i32): void {
  for (let x: i32 = 0; x < width; x += VECTOR) {
    const distance: v128 = v128.load(distances + x);
    v128.store(row + 2 * x, i16x8.extmul_low_i8x16_u(distance, distance));
    v128.store(row + 2 * x, i16x8.extmul_high_i8x16_u(distance, distance), VECTOR);
  }
}

/** Eight pixels' nearest along their row, no farther away than the nearest so far. */
function nearestInRow(row: usize, to: usize, farthest: i32): void {
  let nearest: v128 = v128.load(row);
  for (let d: i32 = 1; d < farthest; d++) {
    const square: v128 = i16x8.splat(i16(d * d));
    if (!v128.any_true(i16x8.lt_u(square, nearest))) break;
    const shift: usize = 2 * d;
    const beside: v128 = i16x8.min_u(v128.load(row - shift), v128.load(row + shift));
    nearest = i16x8.min_u(nearest, i16x8.add_sat_u(beside, square));
  }
  v128.store(to, nearest);
}
