import { VECTOR } from "../vector";

/** Outputs that `linear` computes at once: four vectors of floats. */
export const OUTPUT_TILE: i32 = 16;

/** Bytes of a tile of floats. */
export const TILE_BYTES: usize = OUTPUT_TILE * 4;

/**
 * weight · input + bias: PyTorch's `linear`. The outputs of a tile stand side by side in four
 * vectors, so that nothing is left to add up across lanes; two inputs at a time, so that eight sums
 * hide the latency of an addition.
 *
 * @param input f32[inputs]
 * @param weight f32[outputs / OUTPUT_TILE][inputs][OUTPUT_TILE]
 * @param bias f32[outputs]
 * @param output f32[outputs]
 * @param inputs even
 * @param outputs a multiple of OUTPUT_TILE
 */
export function linear(
  input: usize,
  weight: usize,
  bias: usize,
  output: usize,
  inputs: i32,
  outputs: i32,
): void {
  assert(inputs > 0 && inputs % 2 === 0);
  assert(outputs > 0 && outputs % OUTPUT_TILE === 0);

  const end: usize = input + 4 * inputs;
  for (let o: i32 = 0; o < outputs; o += OUTPUT_TILE) {
    let s0: v128 = v128.load(bias);
    let s1: v128 = v128.load(bias, 1 * VECTOR);
    let s2: v128 = v128.load(bias, 2 * VECTOR);
    let s3: v128 = v128.load(bias, 3 * VECTOR);
    let t0: v128 = f32x4.splat(0);
    let t1: v128 = f32x4.splat(0);
    let t2: v128 = f32x4.splat(0);
    let t3: v128 = f32x4.splat(0);

    for (let i: usize = input; i < end; i += 8) {
      const x: v128 = v128.load32_splat(i);
      s0 = f32x4.add(s0, f32x4.mul(x, v128.load(weight)));
      s1 = f32x4.add(s1, f32x4.mul(x, v128.load(weight, 1 * VECTOR)));
      s2 = f32x4.add(s2, f32x4.mul(x, v128.load(weight, 2 * VECTOR)));
      s3 = f32x4.add(s3, f32x4.mul(x, v128.load(weight, 3 * VECTOR)));
      const z: v128 = v128.load32_splat(i, 4);
      t0 = f32x4.add(t0, f32x4.mul(z, v128.load(weight, 4 * VECTOR)));
      t1 = f32x4.add(t1, f32x4.mul(z, v128.load(weight, 5 * VECTOR)));
      t2 = f32x4.add(t2, f32x4.mul(z, v128.load(weight, 6 * VECTOR)));
      t3 = f32x4.add(t3, f32x4.mul(z, v128.load(weight, 7 * VECTOR)));
      weight += 2 * TILE_BYTES;
    }

    v128.store(output, f32x4.add(s0, t0));
    v128.store(output, f32x4.add(s1, t1), 1 * VECTOR);
    v128.store(output, f32x4.add(s2, t2), 2 * VECTOR);
    v128.store(output, f32x4.add(s3, t3), 3 * VECTOR);
    bias += TILE_BYTES;
    output += TILE_BYTES;
  }
}
