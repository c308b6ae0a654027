import { VECTOR } from "../vector";

/** Levels of a byte. */
const LEVELS: i32 = 256;

/** i32[LEVELS] each: neighbours are counted apart, so that no count waits for the one before. */
const odd: usize = memory.data(LEVELS * 4, VECTOR);

/**
 * Counts how many pixels there are of each level. A vector of one level, as most of a ground is, is
 * counted at once.
 *
 * @param levels u8[count]
 * @param output i32[256]
 */
export function histogram(levels: usize, count: i32, output: usize): void {
  assert(count > 0);
  memory.fill(output, 0, LEVELS * 4);
  memory.fill(odd, 0, LEVELS * 4);
  const end: usize = levels + count;
  const vectorsEnd: usize = levels + (count & ~(VECTOR - 1));
  for (; levels < vectorsEnd; levels += VECTOR) {
    const first: u8 = load<u8>(levels);
    const same: v128 = i8x16.splat(first);
    const start: usize = levels;
    while (levels < vectorsEnd && i8x16.all_true(i8x16.eq(v128.load(levels), same))) {
      levels += VECTOR;
    }
    if (levels > start) {
      const at: usize = output + 4 * usize(first);
      store<i32>(at, load<i32>(at) + i32(levels - start));
      levels -= VECTOR;
      continue;
    }
    for (let i: usize = levels; i < levels + VECTOR; i += 2) {
      const a: usize = output + 4 * load<u8>(i);
      const b: usize = odd + 4 * load<u8>(i, 1);
      store<i32>(a, load<i32>(a) + 1);
      store<i32>(b, load<i32>(b) + 1);
    }
  }
  for (; levels < end; levels++) {
    const at: usize = output + 4 * load<u8>(levels);
    store<i32>(at, load<i32>(at) + 1);
  }
  for (let i: i32 = 0; i < LEVELS * 4; i += VECTOR) {
    v128.store(output + i, i32x4.add(v128.load(output + i), v128.load(odd + i)));
  }
}

/**
 * Replaces each level by what a table has for it. A vector of one level is looked up at once.
 *
 * @param levels u8[count]; up to a vector more is read
 * @param table u8[256]
 * @param output u8[count], which may be where the levels are; up to a vector more is overwritten
 */
export function mapLevels(levels: usize, count: i32, table: usize, output: usize): void {
  assert(count > 0);
  const end: usize = levels + count;
  for (; levels < end; levels += VECTOR, output += VECTOR) {
    const first: u8 = load<u8>(levels);
    if (i8x16.all_true(i8x16.eq(v128.load(levels), i8x16.splat(first)))) {
      v128.store(output, i8x16.splat(load<u8>(table + first)));
      continue;
    }
    for (let i: i32 = 0; i < VECTOR; i++) {
      store<u8>(output + i, load<u8>(table + load<u8>(levels + i)));
    }
  }
}
