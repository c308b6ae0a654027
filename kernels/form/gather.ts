import { VECTOR } from "../vector";
import { BRIGHT, FINE, MASK_ROW, mask, ROOM } from "./layout";

/** The longest row of a crop, in pixels, its margin of one included. */
export const LONGEST_ROW: i32 = 1026;

/** u8[LONGEST_ROW]: the strongest level of each column in the crop's rows that fall into one of the mask. */
const strongest: usize = memory.data(LONGEST_ROW + VECTOR, VECTOR);

/** i32[FINE + 1]: how many of the crop's columns lie before each of the mask's, its margin left out. */
const edges: usize = memory.data((FINE + 1) * 4);

/**
 * Inks each pixel of the mask in whose area the crop has any ink, so that a line of one pixel stays
 * whole.
 *
 * @param crop as drawDigit takes it
 * @param width of the crop, its margin included; it is larger than the mask
 * @param height likewise
 * @param columns of the mask, without ROOM
 * @param rows likewise
 */
export function gather(crop: usize, width: i32, height: i32, columns: i32, rows: i32): void {
  assert(columns > 0 && columns <= FINE && rows > 0 && rows <= FINE);
  assert(columns <= width - 2 && rows <= height - 2);

  const stepX: f64 = f64(columns) / f64(width - 2);
  const stepY: f64 = f64(rows) / f64(height - 2);
  store<i32>(edges, 0);
  for (let x: i32 = 1; x < width - 1; x++) {
    store<i32>(edges + 4 * (i32((f64(x) - 0.5) * stepX) + 1), x);
  }
  for (let y: i32 = 1; y < height - 1; ) {
    const row: i32 = i32((f64(y) - 0.5) * stepY);
    let end: i32 = y + 1;
    while (end < height - 1 && i32((f64(end) - 0.5) * stepY) === row) end++;
    takeStrongest(crop + y * width + 1, width, end - y, width - 2);
    inkColumns(mask + (ROOM + row) * MASK_ROW + ROOM, columns);
    y = end;
  }
}

/** Of each of so many columns, from some rows a stride apart. */
function takeStrongest(from: usize, stride: i32, rows: i32, columns: i32): void {
  for (let x: i32 = 0; x < columns; x += VECTOR) {
    let level: v128 = v128.load(from + x);
    for (let y: i32 = 1; y < rows; y++) {
      level = i8x16.max_u(level, v128.load(from + x + y * stride));
    }
    v128.store(strongest + x, level);
  }
}

function inkColumns(to: usize, columns: i32): void {
  for (let column: i32 = 0; column < columns; column++) {
    const end: i32 = load<i32>(edges + 4 * column, 4);
    for (let x: i32 = load<i32>(edges + 4 * column); x < end; x++) {
      if (load<u8>(strongest + x) < BRIGHT) continue;
      store<u8>(to + column, 255);
      break;
    }
  }
}
