import { VECTOR } from "../vector";
import { BRIGHT, FINE, MASK_ROW, MASK_SIDE, mask, ROOM } from "./layout";

/** The longest side of a crop that is no larger than the grid, its margin included. */
const SMALL: i32 = FINE + 2;

/** Columns of the mask that are looked at together. */
const LANES: i32 = 4;

/*
 * Of each of the mask's columns the cell, between two of the crop's columns, that its middle lies in:
 * counted from the first of four columns' together as i8x16.swizzle takes it, so that a level fills a
 * lane; that first one; and how far through it, from 0 to 1.
 */
const cells: usize = memory.data(MASK_SIDE * LANES, VECTOR);
const firstCells: usize = memory.data(MASK_SIDE);
const through: usize = memory.data(MASK_SIDE * 8, VECTOR);

/** f64[2][MASK_SIDE]: the levels of two of the crop's rows at the mask's columns, even and odd rows in turn. */
const LEVELS_ROW: i32 = MASK_SIDE * 8;
const levels: usize = memory.data(2 * LEVELS_ROW, VECTOR);

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

  const end: i32 = findCells(width, columns);
  const step: f64 = f64(height - 2) / f64(rows);
  let read: i32 = 0;
  for (let y: i32 = 0; y < rows + 2 * ROOM; y++) {
    const fromY: f64 = middle(y, step);
    if (fromY < 0) continue;
    if (fromY >= f64(height - 1)) break;
    const row: i32 = i32(fromY);
    for (; read < row + 2; read++) readRow(crop + read * width, levelsOf(read), end);
    const share: f64 = fromY - f64(row);
    inkBright(levelsOf(row), levelsOf(row + 1), share, mask + y * MASK_ROW, end);
  }
}

/** Where the middle of a pixel of the mask lies in the crop, from the middle of its first pixel on. */
function middle(at: i32, step: f64): f64 {
  return (f64(at) + 0.5 - f64(ROOM)) * step + 0.5;
}

/** Where the levels of one of the crop's rows are kept. */
function levelsOf(row: i32): usize {
  return levels + (row & 1) * LEVELS_ROW;
}

/** Fills `cells`, `firstCells` and `through`. @returns the column from which on all lie beside the crop */
function findCells(width: i32, columns: i32): i32 {
  const step: f64 = f64(width - 2) / f64(columns);
  // A place outside the vector gives 0.
  memory.fill(cells, 0xff, MASK_SIDE * LANES);
  let x: i32 = 0;
  for (let first: i32 = 0; x < columns + 2 * ROOM; x++) {
    const fromX: f64 = middle(x, step);
    if (fromX >= f64(width - 1)) break;
    const cell: i32 = i32(fromX);
    if (x % LANES === 0) {
      first = max(0, cell);
      store<i32>(firstCells + x, first);
    }
    if (fromX < 0) continue;
    store<u8>(cells + LANES * x, u8(cell - first));
    store<f64>(through + 8 * x, fromX - f64(cell));
  }
  return x;
}

/** Interpolates a row of the crop at the mask's columns. */
function readRow(row: usize, to: usize, end: i32): void {
  for (let x: i32 = 0; x < end; x += LANES) {
    const from: usize = row + load<i32>(firstCells + x);
    const lanes: v128 = v128.load(cells + LANES * x);
    const left: v128 = i8x16.swizzle(v128.load(from), lanes);
    const rise: v128 = i32x4.sub(i8x16.swizzle(v128.load(from, 1), lanes), left);
    v128.store(to + 8 * x, inline.always(along(left, rise, through + 8 * x)));
    const lastLeft: v128 = i64x2.shuffle(left, left, 1, 1);
    const lastRise: v128 = i64x2.shuffle(rise, rise, 1, 1);
    const last: v128 = inline.always(along(lastLeft, lastRise, through + 8 * x + VECTOR));
    v128.store(to + 8 * x, last, VECTOR);
  }
}

/** The levels of the first two of four lanes. */
function along(left: v128, rise: v128, share: usize): v128 {
  return f64x2.add(
    f64x2.convert_low_i32x4_s(left),
    f64x2.mul(v128.load(share), f64x2.convert_low_i32x4_s(rise)),
  );
}

/** Inks those pixels of a row of the mask that are bright. */
function inkBright(upper: usize, lower: usize, share: f64, to: usize, end: i32): void {
  const shares: v128 = f64x2.splat(share);
  const least: v128 = f64x2.splat(f64(BRIGHT) - 0.5);
  for (let x: i32 = 0; x < end; x += LANES) {
    const above: usize = upper + 8 * x;
    const below: usize = lower + 8 * x;
    const first: v128 = inline.always(isBright(above, below, shares, least));
    const last: v128 = inline.always(isBright(above + VECTOR, below + VECTOR, shares, least));
    const ink: v128 = i32x4.shuffle(first, last, 0, 2, 4, 6);
    const pairs: v128 = i16x8.narrow_i32x4_s(ink, ink);
    v128.store32_lane(to + x, i8x16.narrow_i16x8_s(pairs, pairs), 0);
  }
}

/** Of two pixels, between two rows of the crop. */
function isBright(upper: usize, lower: usize, shares: v128, least: v128): v128 {
  const level: v128 = v128.load(upper);
  const drop: v128 = f64x2.sub(v128.load(lower), level);
  return f64x2.ge(f64x2.add(level, f64x2.mul(shares, drop)), least);
}
