import { VECTOR } from "../vector";

/** The filter types (PNG specification, section 9.2), of which 0 leaves a row as it is. */
const SUB: i32 = 1;
const UP: i32 = 2;
const AVERAGE: i32 = 3;
const PAETH: i32 = 4;

/** The most bytes of a pixel, and of a row that is long enough for two to be undone at once. */
const PIXEL: i32 = 8;
const LONG: i32 = 4 * PIXEL;

/**
 * Undoes the filters of a PNG image's rows (PNG specification, section 9.2). Up takes a vector at once,
 * Sub a vector by the sums of its first pixels; Average and Paeth need each pixel for the next, and
 * take one a vector.
 *
 * @param source u8[rows][1 + rowBytes]: rows with their filter type in front; 16 bytes more may be read
 * @param output u8[rows][rowBytes]; 16 bytes more may be overwritten, and the row above is in front
 * @param pixelBytes of a pixel, or 1 where pixels share bytes
 * @returns 0, or the first filter type that does not exist, at which it stops
 */
export function unfilter(
  source: usize,
  output: usize,
  rowBytes: i32,
  rows: i32,
  pixelBytes: i32,
): i32 {
  assert(rowBytes > 0 && rows > 0);
  assert(pixelBytes > 0 && pixelBytes <= 8 && pixelBytes !== 5 && pixelBytes !== 7);
  // They lie apart.
  assert(output + rows * rowBytes <= source || source + rows * (1 + rowBytes) <= output - rowBytes);

  for (let row: i32 = 0; row < rows; row++) {
    const filter: i32 = load<u8>(source);
    source++;
    const next: usize = source + rowBytes;
    const isTwice: bool = filter === PAETH && row + 1 < rows && load<u8>(next) === PAETH;
    if (isTwice && rowBytes >= LONG) {
      undoPaethTwice(source, output, rowBytes, pixelBytes);
      row++;
      source = next + 1;
      output += rowBytes;
    } else if (filter === 0) copy(source, output, rowBytes);
    else if (filter === SUB) undoSub(source, output, rowBytes, pixelBytes);
    else if (filter === UP) undoUp(source, output, rowBytes);
    else if (filter === AVERAGE) undoAverage(source, output, rowBytes, pixelBytes);
    else if (filter === PAETH) undoPaeth(source, output, rowBytes, pixelBytes);
    else return filter;
    source += rowBytes;
    output += rowBytes;
  }
  return 0;
}

/** By vectors: a call of `memory.copy` takes longer than a short row. */
function copy(source: usize, output: usize, rowBytes: i32): void {
  for (let i: i32 = 0; i < rowBytes; i += VECTOR) v128.store(output + i, v128.load(source + i));
}

/** Each byte is the sum of those at its place in all pixels up to its own. */
function undoSub(source: usize, output: usize, rowBytes: i32, pixelBytes: i32): void {
  const places: v128 = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  // Where a vector's bytes are a number of pixels earlier; what lies before the vector counts as 0.
  const one: v128 = i8x16.sub(places, i8x16.splat(<i8>pixelBytes));
  const two: v128 = i8x16.sub(one, i8x16.splat(<i8>pixelBytes));
  const four: v128 = i8x16.sub(two, i8x16.splat(<i8>(2 * pixelBytes)));
  const eight: v128 = i8x16.sub(four, i8x16.splat(<i8>(4 * pixelBytes)));
  const last: v128 = lastPixel(pixelBytes);
  const step: i32 = VECTOR - (VECTOR % pixelBytes);

  let carry: v128 = i8x16.splat(0);
  for (let i: i32 = 0; i < rowBytes; i += step) {
    let x: v128 = v128.load(source + i);
    x = i8x16.add(x, i8x16.swizzle(x, one));
    if (pixelBytes < 8) x = i8x16.add(x, i8x16.swizzle(x, two));
    if (pixelBytes < 4) x = i8x16.add(x, i8x16.swizzle(x, four));
    if (pixelBytes < 2) x = i8x16.add(x, i8x16.swizzle(x, eight));
    x = i8x16.add(x, carry);
    v128.store(output + i, x);
    carry = i8x16.swizzle(x, last);
  }
}

/** Where the last whole pixel of a vector is, repeated over a vector. */
function lastPixel(pixelBytes: i32): v128 {
  if (pixelBytes === 1) return i8x16.splat(15);
  if (pixelBytes === 2) return i16x8.splat(0x0f0e);
  if (pixelBytes === 3) return i8x16(12, 13, 14, 12, 13, 14, 12, 13, 14, 12, 13, 14, 12, 13, 14, 0);
  if (pixelBytes === 4) return i32x4.splat(0x0f0e0d0c);
  if (pixelBytes === 6) return i8x16(6, 7, 8, 9, 10, 11, 6, 7, 8, 9, 10, 11, 0, 0, 0, 0);
  return i8x16(8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15);
}

function undoUp(source: usize, output: usize, rowBytes: i32): void {
  const above: usize = output - rowBytes;
  for (let i: i32 = 0; i < rowBytes; i += VECTOR) {
    v128.store(output + i, i8x16.add(v128.load(source + i), v128.load(above + i)));
  }
}

function undoAverage(source: usize, output: usize, rowBytes: i32, pixelBytes: i32): void {
  const above: usize = output - rowBytes;
  const one: v128 = i8x16.splat(1);
  let left: v128 = i8x16.splat(0);
  for (let i: i32 = 0; i < rowBytes; i += pixelBytes) {
    const up: v128 = v128.load64_zero(above + i);
    // Rounded up, and one less where the sum is odd.
    const odd: v128 = v128.and(v128.xor(left, up), one);
    const mean: v128 = i8x16.sub(i8x16.avgr_u(left, up), odd);
    left = i8x16.add(v128.load64_zero(source + i), mean);
    v128.store64_lane(output + i, left, 0);
  }
}

function undoPaeth(source: usize, output: usize, rowBytes: i32, pixelBytes: i32): void {
  const above: usize = output - rowBytes;
  const byte: v128 = i16x8.splat(255);
  let left: v128 = i16x8.splat(0);
  let upperLeft: v128 = i16x8.splat(0);
  for (let i: i32 = 0; i < rowBytes; i += pixelBytes) {
    const up: v128 = v128.load_ext<u8>(above + i);
    const nearest: v128 = inline.always(predict(left, up, upperLeft));
    left = v128.and(i16x8.add(v128.load_ext<u8>(source + i), nearest), byte);
    v128.store64_lane(output + i, i8x16.narrow_i16x8_u(left, left), 0);
    upperLeft = up;
  }
}

/**
 * Two rows at once, the second a pixel behind the first, so that its pixels above are at hand and neither
 * row waits for the other.
 */
function undoPaethTwice(source: usize, output: usize, rowBytes: i32, pixelBytes: i32): void {
  const above: usize = output - rowBytes;
  const secondSource: usize = source + rowBytes + 1 - pixelBytes;
  const secondStart: usize = output + rowBytes;
  const secondOutput: usize = secondStart - pixelBytes;
  const byte: v128 = i16x8.splat(255);
  const zero: v128 = i16x8.splat(0);

  // The first pixel's nearest is the one above.
  let upperLeft: v128 = v128.load_ext<u8>(above);
  let left: v128 = v128.and(i16x8.add(v128.load_ext<u8>(source), upperLeft), byte);
  v128.store64_lane(output, i8x16.narrow_i16x8_u(left, zero), 0);
  let secondUpperLeft: v128 = zero;
  let secondLeft: v128 = zero;
  let start: u64 = 0;
  let i: i32 = pixelBytes;
  for (let end: i32 = rowBytes - PIXEL; i < rowBytes; end = rowBytes) {
    for (; i < end; i += pixelBytes) {
      const up: v128 = v128.load_ext<u8>(above + i);
      const nearest: v128 = inline.always(predict(left, up, upperLeft));
      const secondNearest: v128 = inline.always(predict(secondLeft, left, secondUpperLeft));
      upperLeft = up;
      secondUpperLeft = left;
      left = v128.and(i16x8.add(v128.load_ext<u8>(source + i), nearest), byte);
      const second: v128 = v128.load_ext<u8>(secondSource + i);
      secondLeft = v128.and(i16x8.add(second, secondNearest), byte);
      v128.store64_lane(output + i, i8x16.narrow_i16x8_u(left, zero), 0);
      v128.store64_lane(secondOutput + i, i8x16.narrow_i16x8_u(secondLeft, zero), 0);
    }
    // The last pixels of the first row overwrite the second's first.
    if (end < rowBytes) start = load<u64>(secondStart);
  }
  const nearest: v128 = inline.always(predict(secondLeft, left, secondUpperLeft));
  const last: v128 = i16x8.add(v128.load_ext<u8>(secondSource + rowBytes), nearest);
  const pixel: v128 = i8x16.narrow_i16x8_u(v128.and(last, byte), zero);
  v128.store64_lane(secondOutput + rowBytes, pixel, 0);
  store<u64>(secondStart, start);
}

/**
 * Paeth's predictor of 16-bit lanes: of three neighbours the nearest to left + up − upperLeft. Fabian
 * Giesen's form of it, by two comparisons, of which few steps wait for `left`.
 */
function predict(left: v128, up: v128, upperLeft: v128): v128 {
  const thrice: v128 = i16x8.add(upperLeft, i16x8.add(upperLeft, upperLeft));
  const threshold: v128 = i16x8.sub(i16x8.sub(thrice, up), left);
  const low: v128 = i16x8.min_s(left, up);
  const high: v128 = i16x8.max_s(left, up);
  const lowOrCorner: v128 = v128.bitselect(upperLeft, low, i16x8.gt_s(high, threshold));
  return v128.bitselect(lowOrCorner, high, i16x8.gt_s(threshold, low));
}
