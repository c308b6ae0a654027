import { VECTOR } from "../vector";
import { BRIGHT, FINE, MASK_ROW, mask, ROOM } from "./layout";

/** The longest side of a crop that is no larger than the grid, its margin included. */
const SMALL: i32 = FINE + 2;

/** Cells, each between four of the crop's pixels, that one bit mask tells of: the last pixel is the next cell's. */
const CELLS: i32 = VECTOR - 1;

/** Of each of the crop's cells along an axis, the first of the mask's pixels whose middle lies in it; and the next one's. */
const firstIn: usize = memory.data((SMALL + CELLS + 1) * 4);

/** f64: how far through its cell each of the mask's pixels lies, from 0 to 1. */
const through: usize = memory.data((FINE + 2 * ROOM) * 8);

/**
 * Inks each pixel of the mask at whose middle the crop, interpolated, is bright: a smooth outline of
 * its grey levels.
 *
 * @param crop as drawDigit takes it
 * @param width of the crop, its margin included
 * @param height likewise
 * @param columns of the mask, without ROOM
 * @param rows likewise
 */
export function outline(crop: usize, width: i32, height: i32, columns: i32, rows: i32): void {
  assert(width <= SMALL && height <= SMALL && columns <= FINE && rows <= FINE);

  findCells(width, columns);
  const step: f64 = f64(height - 2) / f64(rows);
  for (let y: i32 = 0; y < rows + 2 * ROOM; y++) {
    const fromY: f64 = middle(y, step);
    if (fromY < 0 || fromY >= f64(height - 1)) continue;
    const row: i32 = i32(fromY);
    const share: f64 = fromY - f64(row);
    const to: usize = mask + y * MASK_ROW;
    for (let start: i32 = 0; start < width - 1; start += CELLS) {
      const from: usize = crop + row * width + start;
      const upper: i32 = i8x16.bitmask(v128.load(from));
      const lower: i32 = i8x16.bitmask(v128.load(from + width));
      const cells: i32 = (1 << min(CELLS, width - 1 - start)) - 1;
      // Between four pixels of ink all is ink, and between four of ground nothing.
      const all: i32 = upper & (upper >> 1) & lower & (lower >> 1);
      let some: i32 = (upper | (upper >> 1) | lower | (lower >> 1)) & cells;
      for (; some !== 0; some &= some - 1) {
        const cell: i32 = ctz(some);
        const x: i32 = load<i32>(firstIn + 4 * (start + cell));
        const end: i32 = load<i32>(firstIn + 4 * (start + cell), 4);
        if ((all >> cell) & 1) memory.fill(to + x, 255, end - x);
        else inkBright(from + cell, width, share, to, x, end);
      }
    }
  }
}

/** Where the middle of a pixel of the mask lies in the crop, from the middle of its first pixel on. */
function middle(at: i32, step: f64): f64 {
  return (f64(at) + 0.5 - f64(ROOM)) * step + 0.5;
}

/** Fills `firstIn` and `through`. */
function findCells(width: i32, columns: i32): void {
  const step: f64 = f64(width - 2) / f64(columns);
  let cell: i32 = 0;
  let x: i32 = 0;
  while (middle(x, step) < 0) x++;
  for (; x < columns + 2 * ROOM; x++) {
    const fromX: f64 = middle(x, step);
    if (fromX >= f64(width - 1)) break;
    const column: i32 = i32(fromX);
    while (cell <= column) store<i32>(firstIn + 4 * cell++, x);
    store<f64>(through + 8 * x, fromX - f64(column));
  }
  while (cell < width) store<i32>(firstIn + 4 * cell++, x);
}

/** Inks those pixels in a cell that are bright. */
function inkBright(from: usize, width: i32, share: f64, to: usize, first: i32, end: i32): void {
  const level: f64 = f64(load<u8>(from));
  const right: f64 = f64(load<u8>(from, 1)) - level;
  const below: f64 = f64(load<u8>(from + width));
  const belowRight: f64 = f64(load<u8>(from + width, 1)) - below;
  for (let x: i32 = first; x < end; x++) {
    const along: f64 = load<f64>(through + 8 * x);
    const upper: f64 = level + along * right;
    const lower: f64 = below + along * belowRight;
    if (upper + share * (lower - upper) >= f64(BRIGHT) - 0.5) store<u8>(to + x, 255);
  }
}
