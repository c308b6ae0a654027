import { VECTOR } from "../vector";

/**
 * Finds the runs of ink and of ground, row by row: bits tell the pixels of a vector apart, and wherever
 * two neighbours differ, a run begins.
 *
 * @param levels u8[height][width]; up to a vector more is read
 * @param weak the level from which on a pixel is ink, 1 … 255
 * @param strong the level that strong ink reaches, from `weak` on
 * @param most of them there may be, before the last row
 * @param starts i32[most + width + 1]: their first pixels, and the number of pixels behind the last
 * @param isInk u8[most + width]: 1 where they are of ink
 * @param isStrong u8[most + width]: 1 where a pixel of theirs is strong
 * @returns how many there are; −1 where there are too many
 */
export function findRuns(
  levels: usize,
  width: i32,
  height: i32,
  weak: i32,
  strong: i32,
  most: i32,
  starts: usize,
  isInk: usize,
  isStrong: usize,
): i32 {
  assert(width > 0 && height > 0);
  assert(weak > 0 && weak <= strong && strong < 256);
  const weakest: v128 = i8x16.splat(u8(weak));
  const strongest: v128 = i8x16.splat(u8(strong));
  const pixels: i32 = width * height;
  let count: i32 = 0;
  for (let row: i32 = 0; row < pixels; row += width) {
    if (count > most) return -1;
    let ink: i32 = i32(i32(load<u8>(levels + row)) >= weak);
    let reached: i32 = 0;
    store<i32>(starts + 4 * count, row);
    for (let x: i32 = 0; x < width; x += VECTOR) {
      const vector: v128 = v128.load(levels + row + x);
      // Most of a picture is ground.
      if (ink === 0 && !v128.any_true(i8x16.ge_u(vector, weakest))) continue;
      const within: i32 = width - x < VECTOR ? (1 << (width - x)) - 1 : 0xffff;
      const inks: i32 = i8x16.bitmask(i8x16.ge_u(vector, weakest)) & within;
      let strongs: i32 = i8x16.bitmask(i8x16.ge_u(vector, strongest)) & within;
      let changes: i32 = (inks ^ ((inks << 1) | ink)) & within;
      while (changes !== 0) {
        const before: i32 = (changes & -changes) - 1;
        store<u8>(isInk + count, u8(ink));
        store<u8>(isStrong + count, u8((reached | (strongs & before)) !== 0));
        count++;
        store<i32>(starts + 4 * count, row + x + ctz(changes));
        ink ^= 1;
        reached = 0;
        strongs &= ~before;
        changes &= changes - 1;
      }
      reached |= strongs;
    }
    store<u8>(isInk + count, u8(ink));
    store<u8>(isStrong + count, u8(reached !== 0));
    count++;
  }
  store<i32>(starts + 4 * count, pixels);
  return count;
}
