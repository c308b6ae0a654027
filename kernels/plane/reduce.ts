import { halve } from "./halve";
import { MOST_ROWS, sumBetween, sumColumns } from "./sumColumns";

/**
 * Averages levels down by a whole factor: the rounded mean of each square. What is left over at the right
 * and bottom goes into the last column and row.
 *
 * @param input u8[height][width], as sumColumns takes them
 * @param factor at least 2
 * @param output u8[⌊height / factor⌋][⌊width / factor⌋], 1 at least, which may be where the input is; up to a
 *   vector more is overwritten
 */
export function reduce(input: usize, width: i32, height: i32, factor: i32, output: usize): void {
  assert(width > 0 && height > 0 && factor > 1 && 2 * factor <= MOST_ROWS);
  if (factor === 2 && min(width, height) > 1) {
    halve(input, width, height, output);
    return;
  }
  const columns: i32 = max(1, width / factor);
  const rows: i32 = max(1, height / factor);
  for (let y: i32 = 0; y < rows; y++) {
    const top: i32 = y * factor;
    const deep: i32 = y < rows - 1 ? factor : height - top;
    sumColumns(input + top * width, width, deep, 0);
    for (let x: i32 = 0; x < columns; x++) {
      const left: i32 = x * factor;
      const right: i32 = x < columns - 1 ? left + factor : width;
      const mean: f64 = f64(sumBetween(left, right)) / f64((right - left) * deep);
      store<u8>(output + y * columns + x, u8(mean + 0.5));
    }
  }
}
