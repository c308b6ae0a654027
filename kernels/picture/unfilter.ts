import { VECTOR } from "../vector";

/** The filter types (PNG specification, section 9.2), of which 0 leaves a row as it is. */
const SUB: i32 = 1;
const UP: i32 = 2;
const AVERAGE: i32 = 3;
const PAETH: i32 = 4;

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
    if (filter === 0) copy(source, output, rowBytes);
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
    // How far left + up − upperLeft is from each of the three.
    const toLeft: v128 = i16x8.sub(up, upperLeft);
    const toUp: v128 = i16x8.sub(left, upperLeft);
    const byLeft: v128 = i16x8.abs(toLeft);
    const byUp: v128 = i16x8.abs(toUp);
    const byUpperLeft: v128 = i16x8.abs(i16x8.add(toLeft, toUp));
    const least: v128 = i16x8.min_s(i16x8.min_s(byLeft, byUp), byUpperLeft);
    const upOrCorner: v128 = v128.bitselect(up, upperLeft, i16x8.eq(byUp, least));
    const nearest: v128 = v128.bitselect(left, upOrCorner, i16x8.eq(byLeft, least));
    left = v128.and(i16x8.add(v128.load_ext<u8>(source + i), nearest), byte);
    v128.store64_lane(output + i, i8x16.narrow_i16x8_u(left, left), 0);
    upperLeft = up;
  }
}
