import { VECTOR } from "../vector";
import { alongColumns, columns } from "./columns";
import { MASK_ROW, MASK_SIDE, mask, squares } from "./layout";

/**
 * u16[MASK_SIDE][2 * MASK_SIDE], and half a row before them: squared distances along columns. The rows lie so
 * far apart that none is reached from another.
 */
const ROW: i32 = 2 * MASK_SIDE * 2;
const apart: usize = memory.data(ROW / 2 + MASK_SIDE * ROW + VECTOR, VECTOR) + ROW / 2;

/** In both bytes of a distance: farther than anything in the mask is from anything else. */
const FAR: u8 = 0x7f;

/**
 * Fills `squares` with the exact squared Euclidean distance from each pixel of ink to the nearest of the
 * ground, between their centres: first along columns, then the lower envelope along each row (Saito and
 * Toriwaki 1994, New Algorithms for Euclidean Distance Transformation).
 *
 * @param width of the mask
 * @param height likewise
 */
export function distanceInside(width: i32, height: i32): void {
  alongColumns(width, height, 255);
  for (let y: i32 = 0; y < height; y++) squareRow(y, width);
  for (let y: i32 = 0; y < height; y++) lookAside(y, width);
}

/** The squares of a row of distances. */
function squareRow(y: i32, width: i32): void {
  const row: usize = apart + y * ROW;
  for (let x: i32 = 0; x < width; x += VECTOR) {
    const distance: v128 = v128.load(columns + y * MASK_ROW + x);
    v128.store(row + 2 * x, i16x8.extmul_low_i8x16_u(distance, distance));
    v128.store(row + 2 * x, i16x8.extmul_high_i8x16_u(distance, distance), VECTOR);
  }
  // Where the ground goes along the side it is nearer than anything beyond.
  const start: usize = mask + y * MASK_ROW;
  if ((load<u8>(start) | load<u8>(start + width - 1)) === 0) return;
  memory.fill(row - ROW / 2, FAR, ROW / 2);
  memory.fill(row + 2 * width, FAR, ROW - 2 * width);
}

/**
 * Looks for the nearest along a row, eight pixels at a time, no farther away than the nearest so far: two
 * pixels aside before it is asked how far that is, which most often guesses wrong where strokes end.
 */
function lookAside(y: i32, width: i32): void {
  const row: usize = apart + y * ROW;
  const to: usize = squares + y * MASK_ROW * 2;
  const one: v128 = i16x8.splat(1);
  const four: v128 = i16x8.splat(4);
  for (let x: i32 = 0; x < 2 * width; x += VECTOR) {
    const at: usize = row + x;
    let nearest: v128 = v128.load(at);
    nearest = inline.always(nearer(nearest, at, 1, one));
    nearest = inline.always(nearer(nearest, at, 2, four));
    for (let d: i32 = 3; d < width; d += 2) {
      const square: v128 = i16x8.splat(i16(d * d));
      if (!v128.any_true(i16x8.gt_s(nearest, square))) break;
      nearest = inline.always(nearer(nearest, at, d, square));
      const next: v128 = i16x8.splat(i16((d + 1) * (d + 1)));
      nearest = inline.always(nearer(nearest, at, d + 1, next));
    }
    v128.store(to + x, nearest);
  }
}

/** Of eight pixels, with those `d` aside. */
function nearer(nearest: v128, at: usize, d: i32, square: v128): v128 {
  const beside: v128 = i16x8.min_u(v128.load(at - 2 * d), v128.load(at + 2 * d));
  return i16x8.min_u(nearest, i16x8.add(beside, square));
}
