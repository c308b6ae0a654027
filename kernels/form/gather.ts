import { VECTOR } from "../vector";
import { MASK_ROW, mask, ROOM } from "./layout";

/** The longest row of a crop, in pixels, its margin of one included. */
export const LONGEST_ROW: i32 = 1026;

/** u8[LONGEST_ROW]: the mask's column that the middle of each of the crop's falls into. */
const columnOf: usize = memory.data(LONGEST_ROW);

/**
 * Inks each pixel of the mask that the middle of a pixel of ink falls into: a line of one pixel stays
 * whole in a smaller mask; in a larger one thin faint strokes may lie between those that `outline` looks at.
 *
 * @param crop as drawDigit takes it
 * @param width of the crop, its margin included
 * @param height likewise
 * @param columns of the mask, without ROOM
 * @param rows likewise
 */
export function gather(crop: usize, width: i32, height: i32, columns: i32, rows: i32): void {
  const stepX: f64 = f64(columns) / f64(width - 2);
  const stepY: f64 = f64(rows) / f64(height - 2);
  for (let x: i32 = 1; x < width - 1; x++) store<u8>(columnOf + x, u8(placeOf(x, stepX)));
  for (let y: i32 = 1; y < height - 1; y++) {
    const from: usize = crop + y * width;
    const to: usize = mask + placeOf(y, stepY) * MASK_ROW;
    for (let start: i32 = 1; start < width - 1; start += VECTOR) {
      const left: i32 = width - 1 - start;
      let ink: i32 = i8x16.bitmask(v128.load(from + start));
      if (left < VECTOR) ink &= (1 << left) - 1;
      for (; ink !== 0; ink &= ink - 1) {
        store<u8>(to + load<u8>(columnOf + start + ctz(ink)), 255);
      }
    }
  }
}

/** Where along an axis of the mask the middle of a pixel of the crop falls. */
function placeOf(pixel: i32, step: f64): i32 {
  return ROOM + i32((f64(pixel) - 0.5) * step);
}
