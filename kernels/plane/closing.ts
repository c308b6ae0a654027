import { VECTOR } from "../vector";

/** Cells along the picture's longer side, on which the ground is estimated. */
export const CELLS: i32 = 32;

/**
 * How far the ground is looked for around a dark place, in cells. Strokes up to twice as wide are
 * filled with the level of the ground beside them; what is dark and wider is ground in shadow.
 */
const REACH: i32 = 5;

/** Cells around the picture: a dilation and an erosion reach no farther. */
export const ROOM: i32 = 2 * REACH;

/** Light fades to no less than this share of itself within ROOM; what is darker is ink. */
const FADED: f64 = 0.4;

/** Bytes of a cell, and from one row of cells to the next. */
export const CELL: i32 = 8;
export const CELL_ROW: i32 = (CELLS + 2 * ROOM) * CELL;

/** f64[CELLS + 2 ROOM][CELLS + 2 ROOM] */
export const cells: usize = memory.data((CELLS + 2 * ROOM) * CELL_ROW + VECTOR, VECTOR);

/**
 * Fills what is dark and narrow and leaves the rest as it is: the grey-level closing, a dilation and
 * then an erosion by a square (Serra 1982, Image Analysis and Mathematical Morphology), in place. The
 * cells begin ROOM columns and rows after the first, and afterwards at it.
 *
 * Beyond the border, light that fades toward it goes on fading.
 */
export function closing(columns: i32, rows: i32): void {
  assert(columns > 0 && columns <= CELLS && rows > 0 && rows <= CELLS);
  for (let y: i32 = 0; y < rows; y++) extend(cells + (ROOM + y) * CELL_ROW, CELL, columns);
  for (let x: i32 = 0; x < columns + 2 * ROOM; x++) extend(cells + x * CELL, CELL_ROW, rows);
  const end: usize = cells + (rows + 2 * ROOM) * CELL_ROW;
  dilate(end);
  // An erosion is the dilation of the negative. Each moves what it finds by REACH, up and to the left.
  negate(end);
  dilate(end);
  negate(end);
}

/**
 * Puts ROOM cells before and after a line of them: each as much darker than the border as the one in
 * mirrored position, never brighter, and not where either is ink.
 */
function extend(line: usize, step: i32, length: i32): void {
  const first: usize = line + ROOM * step;
  const last: usize = first + (length - 1) * step;
  for (let i: i32 = 1; i <= ROOM; i++) {
    const mirrored: i32 = min(i, length - 1) * step;
    store<f64>(first - i * step, beyond(load<f64>(first), load<f64>(first + mirrored)));
    store<f64>(last + i * step, beyond(load<f64>(last), load<f64>(last - mirrored)));
  }
}

function beyond(edge: f64, inside: f64): f64 {
  const brighter: f64 = max(edge, inside);
  const isInk: bool = min(edge, inside) < FADED * brighter;
  return isInk ? brighter : min(edge, 2 * edge - inside);
}

/**
 * Makes of each cell the largest in the square of 2 REACH + 1 cells that it is the upper left corner
 * of. What reaches over the end of a row or of the last one is wrong.
 */
function dilate(end: usize): void {
  dilateAlong(CELL, end);
  dilateAlong(CELL_ROW, end);
}

function dilateAlong(step: i32, end: usize): void {
  // What spans 1, 2, 4 and 8 cells, and then the whole square's side.
  let span: i32 = 1;
  for (; 2 * span <= 2 * REACH + 1; span *= 2) takeLarger(span * step, end);
  takeLarger((2 * REACH + 1 - span) * step, end);
}

/** Makes of each cell the larger of it and the one so many bytes on. */
function takeLarger(offset: i32, end: usize): void {
  for (let at: usize = cells; at < end - offset; at += VECTOR) {
    v128.store(at, f64x2.pmax(v128.load(at), v128.load(at + offset)));
  }
}

function negate(end: usize): void {
  for (let at: usize = cells; at < end; at += VECTOR) v128.store(at, f64x2.neg(v128.load(at)));
}
