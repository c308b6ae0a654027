/**
 * weight · input + bias: PyTorch's `linear`. Sixteen outputs at a time stand side by side in four
 * vectors, so that nothing is left to add up across lanes; two inputs at a time, so that eight sums
 * hide the latency of an addition.
 *
 * @param input f32[inputs]
 * @param weight f32[outputs / 16][inputs][16]
 * @param bias f32[outputs]
 * @param output f32[outputs]
 * @param inputs even
 * @param outputs a multiple of 16
 */
export function linear(
  input: usize,
  weight: usize,
  bias: usize,
  output: usize,
  inputs: i32,
  outputs: i32,
): void {
  const end: usize = input + 4 * inputs;
  for (let o: i32 = 0; o < outputs; o += 16) {
    let s0: v128 = v128.load(bias);
    let s1: v128 = v128.load(bias, 16);
    let s2: v128 = v128.load(bias, 32);
    let s3: v128 = v128.load(bias, 48);
    let t0: v128 = f32x4.splat(0);
    let t1: v128 = f32x4.splat(0);
    let t2: v128 = f32x4.splat(0);
    let t3: v128 = f32x4.splat(0);

    for (let i: usize = input; i < end; i += 8) {
      const x: v128 = v128.load32_splat(i);
      s0 = f32x4.add(s0, f32x4.mul(x, v128.load(weight)));
      s1 = f32x4.add(s1, f32x4.mul(x, v128.load(weight, 16)));
      s2 = f32x4.add(s2, f32x4.mul(x, v128.load(weight, 32)));
      s3 = f32x4.add(s3, f32x4.mul(x, v128.load(weight, 48)));
      const z: v128 = v128.load32_splat(i, 4);
      t0 = f32x4.add(t0, f32x4.mul(z, v128.load(weight, 64)));
      t1 = f32x4.add(t1, f32x4.mul(z, v128.load(weight, 80)));
      t2 = f32x4.add(t2, f32x4.mul(z, v128.load(weight, 96)));
      t3 = f32x4.add(t3, f32x4.mul(z, v128.load(weight, 112)));
      weight += 128;
    }

    v128.store(output, f32x4.add(s0, t0));
    v128.store(output, f32x4.add(s1, t1), 16);
    v128.store(output, f32x4.add(s2, t2), 32);
    v128.store(output, f32x4.add(s3, t3), 48);
    bias += 64;
    output += 64;
  }
}
