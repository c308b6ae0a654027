import { VECTOR } from "../vector";
import { BOX, coverage, MASK_ROW, SIDE, scaleSide } from "./layout";
import { BOX_ROW, resize } from "./resize";

/** The pixel that the centre of mass comes nearest to: it is 14.0 on average in MNIST. */
const CENTRE: f64 = 14;

/** u8[BOX][BOX_ROW]: the digit in its box. */
const box: usize = memory.data(BOX * BOX_ROW, VECTOR);

/**
 * Scales a digit to fit MNIST's box of 20×20 with its aspect kept, and places it in 28×28 with its
 * centre of mass in the middle: the procedure published with MNIST.
 *
 * @param width of the coverage
 * @param height likewise
 * @param output as drawDigit takes it
 */
export function place(width: i32, height: i32, output: usize): void {
  let left: i32 = width;
  let right: i32 = 0;
  let top: i32 = height;
  let bottom: i32 = 0;
  for (let y: i32 = 0; y < height; y++) {
    const row: usize = coverage + y * MASK_ROW;
    for (let x: i32 = 0; x < width; x += VECTOR) {
      const ink: i32 = i8x16.bitmask(v128.load(row + x));
      if (ink === 0) continue;
      left = min(left, x + ctz(ink));
      right = max(right, x + 31 - clz(ink));
      top = min(top, y);
      bottom = y;
    }
  }
  const tightWidth: i32 = right - left + 1;
  const tightHeight: i32 = bottom - top + 1;
  const scale: f64 = f64(BOX) / f64(max(tightWidth, tightHeight));
  const columns: i32 = scaleSide(tightWidth, scale);
  const rows: i32 = scaleSide(tightHeight, scale);
  resize(left, top, tightWidth, tightHeight, box, columns, rows);
  centre(columns, rows, output);
}

/** Copies the digit from its box into the middle of an empty image, so far that nothing falls off. */
function centre(width: i32, height: i32, output: usize): void {
  let mass: i32 = 0;
  let momentX: i32 = 0;
  let momentY: i32 = 0;
  for (let y: i32 = 0; y < height; y++) {
    let massOfRow: i32 = 0;
    for (let x: i32 = 0; x < width; x++) {
      const level: i32 = load<u8>(box + y * BOX_ROW + x);
      massOfRow += level;
      momentX += level * x;
    }
    mass += massOfRow;
    momentY += massOfRow * y;
  }
  const left: i32 = offset(width, f64(momentX) / f64(mass));
  const top: i32 = offset(height, f64(momentY) / f64(mass));
  memory.fill(output, 0, SIDE * SIDE);
  // Behind a row of the box there are zeros, so that what overruns is left as empty as it was.
  for (let y: i32 = 0; y < height; y++) {
    const from: usize = box + y * BOX_ROW;
    const to: usize = output + (top + y) * SIDE + left;
    v128.store(to, v128.load(from));
    store<u32>(to, load<u32>(from, VECTOR), VECTOR);
  }
}

/** Where to put the first of `size` pixels. */
function offset(size: i32, centre: f64): i32 {
  return min(SIDE - size, max(0, i32(floor(CENTRE - centre + 0.5))));
}
