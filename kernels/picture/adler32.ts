import { VECTOR } from "../vector";

/** The largest prime below 2^16. */
const BASE: u32 = 65521;

/** Vectors after which the sums are reduced; with up to 347 no lane overflows. */
const MOST: i32 = 256;

/**
 * Continues an Adler-32 (RFC 1950): the sum of the bytes and one, and the sum of these sums, each modulo
 * 65,521.
 *
 * @param adler of the bytes before, or 1
 * @returns that of all, as a signed number
 */
export function adler32(bytes: usize, count: i32, adler: u32): u32 {
  assert(count >= 0);

  const high: v128 = i16x8(16, 15, 14, 13, 12, 11, 10, 9);
  const low: v128 = i16x8(8, 7, 6, 5, 4, 3, 2, 1);
  let sum: u32 = adler & 0xffff;
  let sums: u32 = adler >> 16;
  while (count >= VECTOR) {
    const vectors: i32 = min(count / VECTOR, MOST);
    // The bytes so far; their sums in front of each vector; what the vector's own bytes add to these.
    let total: v128 = i32x4.splat(0);
    let before: v128 = i32x4.splat(0);
    let within: v128 = i32x4.splat(0);
    for (const end: usize = bytes + vectors * VECTOR; bytes < end; bytes += VECTOR) {
      const vector: v128 = v128.load(bytes);
      before = i32x4.add(before, total);
      const pairs: v128 = i16x8.extadd_pairwise_i8x16_u(vector);
      total = i32x4.add(total, i32x4.extadd_pairwise_i16x8_u(pairs));
      within = i32x4.add(within, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(vector), high));
      within = i32x4.add(within, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(vector), low));
    }
    const fromBefore: u64 = VECTOR * (<u64>vectors * sum + lanesOf(before));
    sums = <u32>((sums + fromBefore + lanesOf(within)) % BASE);
    sum = <u32>((sum + lanesOf(total)) % BASE);
    count -= vectors * VECTOR;
  }
  for (const end: usize = bytes + count; bytes < end; bytes++) {
    sum += load<u8>(bytes);
    sums += sum;
  }
  return ((sums % BASE) << 16) | (sum % BASE);
}

/** The sum of the lanes. */
function lanesOf(vector: v128): u64 {
  return (
    <u64>(<u32>i32x4.extract_lane(vector, 0)) +
    <u64>(<u32>i32x4.extract_lane(vector, 1)) +
    <u64>(<u32>i32x4.extract_lane(vector, 2)) +
    <u64>(<u32>i32x4.extract_lane(vector, 3))
  );
}
