/**
 * max(x, 0), in place: PyTorch's `relu_`.
 *
 * @param values f32[count]
 * @param count a multiple of 4
 */
export function relu(values: usize, count: i32): void {
  const zero: v128 = f32x4.splat(0);
  const end: usize = values + ((<usize>count) << 2);
  for (; values < end; values += 16) {
    v128.store(values, f32x4.pmax(v128.load(values), zero));
  }
}
