import { VECTOR } from "../vector";
import { MASK_SIDE } from "./layout";

/** f64: how far inside the outline pixels of ink lie by their squared distance from the ground; few lie farther in than half a mask. */
const INSIDES: i32 = (MASK_SIDE * MASK_SIDE) / 4;
const insides: usize = memory.data(INSIDES * 8);
for (let square: i32 = 0; square < INSIDES; square++) {
  store<f64>(insides + 8 * square, rootOf(square));
}

/** One more than the longest distance there is. */
const MOST: i32 = 2 * MASK_SIDE + 1;

/** Squares that are told of at least: two vectors. */
const LEAST: i32 = 2 * VECTOR;

/** u8[MOST * MOST]: what a pixel is covered by its squared distance from the other kind. */
export const covered: usize = memory.data(MOST * MOST, VECTOR);

/** How far inside the outline a pixel of ink lies, by its squared distance from the ground. */
export function insideOf(square: i32): f64 {
  return square < INSIDES ? load<f64>(insides + 8 * square) : rootOf(square);
}

/** Distances are between centres of pixels; the outline lies half a pixel before the other side. */
function rootOf(square: i32): f64 {
  return sqrt(f64(square)) - 0.5;
}

/**
 * Fills `covered` for an outline that moves.
 *
 * @param sign 1 for pixels of ink, −1 for those of the ground
 * @param growth by how many pixels it moves outwards
 * @returns the square from which on it does not change pixels
 */
export function cover(sign: f64, growth: f64): i32 {
  const reach: i32 = min(MOST, i32(abs(growth)) + 2);
  const count: i32 = max(LEAST, reach * reach);
  for (let square: i32 = 0; square < count; square++) {
    const share: f64 = min(1, max(0, sign * insideOf(square) + growth + 0.5));
    store<u8>(covered + square, u8(255 * share + 0.5));
  }
  return count;
}
