import { VECTOR } from "../vector";
import { MASK_ROW, mask, ROOM } from "./layout";

/**
 * Inks each pixel of the mask that the middle of a pixel of ink falls into: thin faint strokes may
 * lie between those that `outline` looks at.
 *
 * @param crop as drawDigit takes it
 * @param width of the crop, its margin included
 * @param height likewise
 * @param columns of the mask, without ROOM
 * @param rows likewise
 */
export function keepThin(crop: usize, width: i32, height: i32, columns: i32, rows: i32): void {
  const stepX: f64 = f64(columns) / f64(width - 2);
  const stepY: f64 = f64(rows) / f64(height - 2);
  for (let y: i32 = 1; y < height - 1; y++) {
    const to: usize = mask + (ROOM + i32((f64(y) - 0.5) * stepY)) * MASK_ROW + ROOM;
    const from: usize = crop + y * width;
    for (let start: i32 = 1; start < width - 1; start += VECTOR) {
      const left: i32 = width - 1 - start;
      let ink: i32 = i8x16.bitmask(v128.load(from + start));
      if (left < VECTOR) ink &= (1 << left) - 1;
      for (; ink !== 0; ink &= ink - 1) {
        const x: i32 = start + ctz(ink);
        store<u8>(to + i32((f64(x) - 0.5) * stepX), 255);
      }
    }
  }
}
