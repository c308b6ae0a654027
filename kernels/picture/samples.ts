import { VECTOR } from "../vector";

/**
 * Looks up what the values of pixels of up to 8 bits stand for.
 *
 * @param rows values, the first in a byte's most significant bits; each row padded to whole bytes
 * @param bits of a value: 1, 2, 4 or 8
 * @param width of a row, in pixels
 * @param table u8[2^bits][4], of which the first `channels` count
 * @param output u8[height][width][channels]; 3 bytes more may be overwritten
 */
export function lookUp(
  rows: usize,
  bits: i32,
  width: i32,
  height: i32,
  table: usize,
  channels: i32,
  output: usize,
): void {
  assert(bits === 1 || bits === 2 || bits === 4 || bits === 8);
  assert(width > 0 && height > 0);
  assert(channels > 0 && channels <= 4);

  const mask: i32 = (1 << bits) - 1;
  for (let y: i32 = 0; y < height; y++) {
    let shift: i32 = 8 - bits;
    for (let x: i32 = 0; x < width; x++) {
      const value: i32 = (<i32>load<u8>(rows) >> shift) & mask;
      store<u32>(output, load<u32>(table + 4 * value));
      output += channels;
      if (shift === 0 || x === width - 1) {
        rows++;
        shift = 8;
      }
      shift -= bits;
    }
  }
}

/**
 * Cuts samples of 16 bits to their high bytes, which come first.
 *
 * @param samples u8[count][2]; 30 bytes more may be read
 * @param output u8[count]; 15 bytes more may be overwritten
 */
export function highBytes(samples: usize, output: usize, count: i32): void {
  assert(count > 0);
  const high: v128 = i16x8.splat(255);
  for (let i: i32 = 0; i < count; i += VECTOR) {
    const first: v128 = v128.and(v128.load(samples), high);
    const second: v128 = v128.and(v128.load(samples, VECTOR), high);
    v128.store(output + i, i8x16.narrow_i16x8_u(first, second));
    samples += 2 * VECTOR;
  }
}

/**
 * Adds alpha to pixels, of which those of one colour are clear (PNG specification, section 11.3.1.1),
 * and cuts samples of 16 bits to their high bytes.
 *
 * @param pixels u8[count][channels][sampleBytes]; 7 bytes more may be read
 * @param key the clear colour, as a pixel has it
 * @param channels 1 or 3
 * @param sampleBytes 1 or 2
 * @param output u8[count][channels + 1]; 2 bytes more may be overwritten
 */
export function addAlpha(
  pixels: usize,
  key: usize,
  count: i32,
  channels: i32,
  sampleBytes: i32,
  output: usize,
): void {
  assert(count > 0);
  assert(channels === 1 || channels === 3);
  assert(sampleBytes === 1 || sampleBytes === 2);

  const pixelBytes: i32 = channels * sampleBytes;
  const mask: u64 = ((<u64>1) << (8 * pixelBytes)) - 1;
  const clear: u64 = load<u64>(key) & mask;
  const opaque: u64 = (<u64>255) << (8 * channels);
  for (let i: i32 = 0; i < count; i++) {
    const pixel: u64 = load<u64>(pixels) & mask;
    let colour: u64 = pixel;
    if (sampleBytes === 2) {
      colour = (pixel & 0xff) | ((pixel >> 8) & 0xff00) | ((pixel >> 16) & 0xff0000);
    }
    store<u32>(output, <u32>(colour | (pixel === clear ? 0 : opaque)));
    pixels += pixelBytes;
    output += channels + 1;
  }
}
