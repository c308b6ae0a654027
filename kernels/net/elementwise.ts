import { VECTOR } from "../vector";

/**
 * Turns whole numbers into floats.
 *
 * @param input i32[count]
 * @param output f32[count]
 * @param count a multiple of 4
 */
export function toFloats(input: usize, output: usize, count: i32): void {
  assert(count > 0 && count % 4 === 0);
  const bytes: usize = 4 * count;
  for (let i: usize = 0; i < bytes; i += VECTOR) {
    v128.store(output + i, f32x4.convert_i32x4_s(v128.load(input + i)));
  }
}

/**
 * max(x, 0), in place: PyTorch's `relu_`.
 *
 * @param values f32[count]
 * @param count a multiple of 4
 */
export function relu(values: usize, count: i32): void {
  assert(count > 0 && count % 4 === 0);
  const zero: v128 = f32x4.splat(0);
  const end: usize = values + 4 * count;
  for (; values < end; values += VECTOR) {
    v128.store(values, f32x4.pmax(v128.load(values), zero));
  }
}
