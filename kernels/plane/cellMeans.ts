import { CELL, CELL_ROW, cells, ROOM } from "./closing";
import { sumBetween, sumColumns } from "./sumColumns";

/** How many cells there are along a side, each about so many pixels long. */
export function countCells(pixels: i32, size: f64): i32 {
  return max(1, i32(f64(pixels) / size + 0.5));
}

/**
 * The mean level of each cell, in `cells` as closing takes them.
 *
 * @param levels u8[height][width], as sumColumns takes them
 * @param inverted likewise
 */
export function cellMeans(
  levels: usize,
  width: i32,
  height: i32,
  inverted: i32,
  columns: i32,
  rows: i32,
): void {
  for (let row: i32 = 0; row < rows; row++) {
    const top: i32 = edge(row, height, rows);
    const deep: i32 = edge(row + 1, height, rows) - top;
    sumColumns(levels + top * width, width, deep, inverted);
    const to: usize = cells + (ROOM + row) * CELL_ROW + ROOM * CELL;
    let left: i32 = 0;
    for (let column: i32 = 0; column < columns; column++) {
      const right: i32 = edge(column + 1, width, columns);
      store<f64>(to + column * CELL, f64(sumBetween(left, right)) / f64((right - left) * deep));
      left = right;
    }
  }
}

/** The first pixel of a cell; of the one past the last, how many pixels there are. */
function edge(cell: i32, pixels: i32, count: i32): i32 {
  return i32(f64(cell * pixels) / f64(count) + 0.5);
}
