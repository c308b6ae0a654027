import { VECTOR } from "../vector";
import { cellMeans, countCells } from "./cellMeans";
import { CELL, CELL_ROW, CELLS, cells, closing } from "./closing";
import { LONGEST_SIDE } from "./sumColumns";

/** The least light, as the ground's grey level, that is brought to full light. */
const DIMMEST: f64 = 128;

/** Pixels that are looked at together. */
const BLOCK: i32 = 4;

/** f64[LONGEST_SIDE]: the light at each pixel of a row, and of the one below it. */
const LIGHT_ROW: i32 = (LONGEST_SIDE + BLOCK) * 8;
const light: usize = memory.data(2 * LIGHT_ROW, VECTOR);

/**
 * Evens out the light: how dark each pixel is beside the ground around it.
 *
 * The ground is the closing of a coarse copy of the picture, interpolated. As ink takes away a share
 * of the light that falls on it, the difference is scaled to what it would be in full light.
 *
 * @param levels u8[height][width], no side longer than LONGEST_SIDE; up to a vector more is read
 * @param inverted 0 where the ink is darker than its ground; 255 where it is brighter
 * @param output u8[height][width], apart from the levels: how much ink, 0 ground … 255 black in full
 *   light; up to a vector more is overwritten
 */
export function evenLight(
  levels: usize,
  width: i32,
  height: i32,
  inverted: i32,
  output: usize,
): void {
  assert(width > 0 && width <= LONGEST_SIDE && height > 0 && height <= LONGEST_SIDE);
  assert(inverted === 0 || inverted === 255);
  const size: f64 = max(1, f64(max(width, height)) / f64(CELLS));
  const columns: i32 = countCells(width, size);
  const rows: i32 = countCells(height, size);
  cellMeans(levels, width, height, inverted, columns, rows);
  closing(columns, rows);
  for (let y: i32 = 0; y < height; y += 2) {
    lightRows(y, width, height, columns, rows);
    const row: i32 = y * width;
    inkRow(levels + row, inverted, width, light, output + row);
    if (y + 1 === height) break;
    inkRow(levels + row + width, inverted, width, light + LIGHT_ROW, output + row + width);
  }
}

/**
 * The light at each pixel of two rows, a lane each: added up from pixel to pixel, as JavaScript does it, one
 * row would wait for every sum.
 */
function lightRows(y: i32, width: i32, height: i32, columns: i32, rows: i32): void {
  const across: f64 = f64(columns) / f64(width);
  const down: v128 = f64x2.splat(f64(rows) / f64(height));
  const y2: v128 = f64x2.add(f64x2.splat(f64(y)), f64x2(0.5, 1.5));
  const at: v128 = f64x2.sub(f64x2.mul(y2, down), f64x2.splat(0.5));
  const last: v128 = f64x2.splat(f64(max(0, rows - 2)));
  const row: v128 = f64x2.pmax(f64x2.splat(0), f64x2.pmin(last, f64x2.floor(at)));
  const share: v128 = f64x2.sub(at, row);
  const first: usize = cells + i32(f64x2.extract_lane(row, 0)) * CELL_ROW;
  const second: usize = cells + i32(f64x2.extract_lane(row, 1)) * CELL_ROW;
  const below: i32 = rows > 1 ? CELL_ROW : 0;
  let next: v128 = between(first, second, below, share);
  // From the middle of a cell to that of the next, the ground is a straight line.
  for (let c: i32 = 0, x: i32 = 0; x < width; c++) {
    const isLast: bool = c >= columns - 2;
    const end: i32 = isLast ? width : i32(ceil((f64(c) + 1.5) / across - 0.5));
    const right: i32 = min(c + 1, columns - 1) * CELL;
    const middle: v128 = next;
    next = between(first + right, second + right, below, share);
    const slope: v128 = f64x2.mul(f64x2.sub(next, middle), f64x2.splat(across));
    const from: v128 = f64x2.splat((f64(x) + 0.5) * across - 0.5 - f64(c));
    let level: v128 = f64x2.div(slope, f64x2.splat(across));
    level = f64x2.add(middle, f64x2.mul(from, level));
    for (; x < end; x++) {
      v128.store64_lane(light + 8 * x, level, 0);
      v128.store64_lane(light + 8 * x, level, 1, LIGHT_ROW);
      level = f64x2.add(level, slope);
    }
  }
}

/** The ground at two rows of pixels, a lane each: between a cell and the one so many bytes below it. */
function between(first: usize, second: usize, below: i32, share: v128): v128 {
  const upper: v128 = v128.load64_lane(second, v128.load64_zero(first), 1);
  const lower: v128 = v128.load64_lane(second + below, v128.load64_zero(first + below), 1);
  return f64x2.add(upper, f64x2.mul(share, f64x2.sub(lower, upper)));
}

/** From here on the low bits of a double are its whole number. */
const WHOLE: f64 = 4503599627370496;

/** How much ink takes away so much of a row's light, had it been in full light. */
function inkRow(levels: usize, inverted: i32, width: i32, light: usize, output: usize): void {
  const mask: v128 = i8x16.splat(u8(inverted));
  const dimmest: v128 = f64x2.splat(DIMMEST);
  const most: v128 = f64x2.splat(255);
  const half: v128 = f64x2.splat(0.5);
  const whole: v128 = f64x2.splat(WHOLE);
  for (let x: i32 = 0; x < width; x += BLOCK) {
    const bytes: v128 = v128.xor(v128.load32_zero(levels + x), mask);
    const level: v128 = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(bytes));
    let a: v128 = v128.load(light + 8 * x);
    let b: v128 = v128.load(light + 8 * x, VECTOR);
    const depthA: v128 = f64x2.sub(a, f64x2.convert_low_i32x4_s(level));
    const depthB: v128 = f64x2.sub(
      b,
      f64x2.convert_low_i32x4_s(v128.shuffle<i64>(level, level, 1, 1)),
    );
    a = f64x2.add(f64x2.div(f64x2.mul(depthA, most), f64x2.pmax(dimmest, a)), half);
    b = f64x2.add(f64x2.div(f64x2.mul(depthB, most), f64x2.pmax(dimmest, b)), half);
    a = f64x2.add(f64x2.floor(v128.and(a, f64x2.ge(depthA, half))), whole);
    b = f64x2.add(f64x2.floor(v128.and(b, f64x2.ge(depthB, half))), whole);
    const ink: v128 = v128.shuffle<i32>(a, b, 0, 2, 4, 6);
    const low: v128 = i16x8.narrow_i32x4_s(ink, ink);
    v128.store32_lane(output + x, i8x16.narrow_i16x8_u(low, low), 0);
  }
}
