import { VECTOR } from "../vector";

/**
 * Counts the pixels of a crop that are ink, and the sides that they share with others: wherever a pixel and
 * the one to its right, or below it, differ.
 *
 * @param crop as drawDigit takes it
 * @param width of the crop, its margin included
 * @param height likewise
 * @param output i32[2]
 */
export function measure(crop: usize, width: i32, height: i32, output: usize): void {
  assert(width > 0 && height > 0);
  let area: i32 = 0;
  let sides: i32 = 0;
  // The last row is margin.
  for (let left: i32 = width * (height - 1); left > 0; left -= VECTOR) {
    const isIn: i32 = left < VECTOR ? (1 << left) - 1 : 0xffff;
    const ink: i32 = i8x16.bitmask(v128.load(crop)) & isIn;
    const right: i32 = i8x16.bitmask(v128.load(crop, 1)) & isIn;
    const below: i32 = i8x16.bitmask(v128.load(crop + width)) & isIn;
    area += popcnt(ink);
    sides += popcnt(ink ^ right) + popcnt(ink ^ below);
    crop += VECTOR;
  }
  store<i32>(output, area);
  store<i32>(output, sides, 4);
}
