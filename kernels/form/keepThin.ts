import { VECTOR } from "../vector";
import { MASK_ROW, mask, ROOM } from "./layout";

/*
 * Of each of the mask's columns the crop's one whose middle falls into it, as i8x16.swizzle takes it:
 * counted from the first one that falls into a vector of columns; and these.
 */
const inside: usize = memory.data(MASK_ROW, VECTOR);
const firstInside: usize = memory.data(MASK_ROW);

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
  // A place outside the vector gives 0.
  memory.fill(inside, 0xff, MASK_ROW);
  let end: i32 = 0;
  for (let x: i32 = 1; x < width - 1; x++) {
    const column: i32 = ROOM + i32((f64(x) - 0.5) * stepX);
    for (; end <= column; end += VECTOR) store<i32>(firstInside + end, x);
    store<u8>(inside + column, u8(x - load<i32>(firstInside + (column & -VECTOR))));
  }
  for (let y: i32 = 1; y < height - 1; y++) {
    const to: usize = mask + (ROOM + i32((f64(y) - 0.5) * stepY)) * MASK_ROW;
    for (let x: i32 = 0; x < end; x += VECTOR) {
      const from: usize = crop + y * width + load<i32>(firstInside + x);
      const levels: v128 = i8x16.swizzle(v128.load(from), v128.load(inside + x));
      // Levels from BRIGHT on are negative as signed ones.
      const ink: v128 = i8x16.lt_s(levels, i8x16.splat(0));
      v128.store(to + x, v128.or(v128.load(to + x), ink));
    }
  }
}
