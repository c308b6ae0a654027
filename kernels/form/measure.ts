import { VECTOR } from "../vector";

/**
 * How many pixels of a crop are ink.
 *
 * @param crop as drawDigit takes it
 * @param width of the crop, its margin included
 * @param height likewise
 */
export function inkArea(crop: usize, width: i32, height: i32): i32 {
  let area: i32 = 0;
  const pixels: i32 = width * (height - 1);
  for (let i: i32 = 0; i < pixels; i += VECTOR) {
    area += popcnt(i8x16.bitmask(v128.load(crop + i)) & inline.always(within(pixels - i)));
  }
  return area;
}

/**
 * How many sides they share with others: wherever a pixel and the one to its right, or below it, differ.
 *
 * @param crop as drawDigit takes it
 * @param width of the crop, its margin included
 * @param height likewise
 */
export function inkSides(crop: usize, width: i32, height: i32): i32 {
  let sides: i32 = 0;
  const pixels: i32 = width * (height - 1);
  for (let i: i32 = 0; i < pixels; i += VECTOR) {
    const ink: i32 = i8x16.bitmask(v128.load(crop + i));
    const right: i32 = i8x16.bitmask(v128.load(crop + i, 1));
    const below: i32 = i8x16.bitmask(v128.load(crop + i + width));
    const isIn: i32 = inline.always(within(pixels - i));
    sides += popcnt((ink ^ right) & isIn) + popcnt((ink ^ below) & isIn);
  }
  return sides;
}

/** Bits of those pixels of a vector that are among so many. */
function within(left: i32): i32 {
  return left < VECTOR ? (1 << left) - 1 : 0xffff;
}
