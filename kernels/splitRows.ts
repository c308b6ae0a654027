/**
 * Split rows: the layout in which conv2d reads and writes its planes.
 *
 * A row x[0 … width) lies in memory as its even columns x[0], x[2], … and then its odd columns
 * x[1], x[3], …, each half padded to whole vectors. Four neighbouring values of a half are four
 * columns at stride 2, so that one vector of results belongs to four 2×2 pooling windows, and
 * maxPool2d needs no shuffles. Padding holds arbitrary values and reaches no result.
 */

/** Floats in each half of a split row: `width / 2`, rounded up to whole vectors of four. */
export function halfRow(width: i32): i32 {
  return ((width >> 1) + 3) & ~3;
}

/**
 * Splits rows of grey levels and widens them to floats.
 *
 * @param input u8[rows][width], and 15 readable bytes behind it
 * @param output f32[rows][2][halfRow(width)]; grey levels 0 … 255
 * @param width even
 */
export function splitPixels(input: usize, output: usize, rows: i32, width: i32): void {
  const half: usize = (<usize>halfRow(width)) << 2;
  const lowByte: v128 = i16x8.splat(0x00ff);

  for (let row: i32 = 0; row < rows; row++) {
    // 16 pixels become eight even and eight odd columns.
    for (let x: i32 = 0; x < width; x += 16) {
      const pixels: v128 = v128.load(input + x);
      const even: v128 = v128.and(pixels, lowByte);
      const odd: v128 = i16x8.shr_u(pixels, 8);

      const at: usize = output + (x << 1);
      v128.store(at, widenLow(even));
      v128.store(at + half, widenLow(odd));
      if (x + 8 < width) {
        v128.store(at, widenHigh(even), 16);
        v128.store(at + half, widenHigh(odd), 16);
      }
    }
    input += width;
    output += half << 1;
  }
}

/**
 * Splits rows of floats.
 *
 * @param input f32[rows][width], and 16 readable bytes behind it
 * @param output f32[rows][2][halfRow(width)]
 * @param width a multiple of 4
 */
export function splitFloats(input: usize, output: usize, rows: i32, width: i32): void {
  const half: usize = (<usize>halfRow(width)) << 2;

  for (let row: i32 = 0; row < rows; row++) {
    for (let x: i32 = 0; x < width; x += 8) {
      const left: v128 = v128.load(input + (x << 2));
      const right: v128 = v128.load(input + (x << 2), 16);
      const at: usize = output + (x << 1);
      v128.store(at, v128.shuffle<f32>(left, right, 0, 2, 4, 6));
      v128.store(at + half, v128.shuffle<f32>(left, right, 1, 3, 5, 7));
    }
    input += (<usize>width) << 2;
    output += half << 1;
  }
}

/** The lower four of eight u16 as f32. */
function widenLow(values: v128): v128 {
  return f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(values));
}

/** The upper four of eight u16 as f32. */
function widenHigh(values: v128): v128 {
  return f32x4.convert_i32x4_u(i32x4.extend_high_i16x8_u(values));
}
