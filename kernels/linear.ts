/**
 * weight · input + bias: PyTorch's `linear`.
 *
 * Four outputs at a time, two accumulators for each. Where `outputs` is no multiple of four, the
 * last group reaches past it: as many rows of `weight` and values of `bias` are read, and values
 * of `output` written, as the next multiple of four; those past `outputs` mean nothing.
 *
 * @param input f32[inputs]
 * @param weight f32[outputs][inputs]
 * @param bias f32[outputs]
 * @param output f32[outputs]
 * @param inputs a multiple of 8
 */
export function linear(
  input: usize,
  weight: usize,
  bias: usize,
  output: usize,
  inputs: i32,
  outputs: i32,
): void {
  const row: usize = (<usize>inputs) << 2;
  const end: usize = input + row;

  for (let o: i32 = 0; o < outputs; o += 4) {
    let w0: usize = weight;
    let w1: usize = w0 + row;
    let w2: usize = w1 + row;
    let w3: usize = w2 + row;
    let s0: v128 = f32x4.splat(0);
    let s1: v128 = f32x4.splat(0);
    let s2: v128 = f32x4.splat(0);
    let s3: v128 = f32x4.splat(0);
    let t0: v128 = f32x4.splat(0);
    let t1: v128 = f32x4.splat(0);
    let t2: v128 = f32x4.splat(0);
    let t3: v128 = f32x4.splat(0);

    for (let i: usize = input; i < end; i += 32) {
      const x: v128 = v128.load(i);
      s0 = f32x4.add(s0, f32x4.mul(x, v128.load(w0)));
      s1 = f32x4.add(s1, f32x4.mul(x, v128.load(w1)));
      s2 = f32x4.add(s2, f32x4.mul(x, v128.load(w2)));
      s3 = f32x4.add(s3, f32x4.mul(x, v128.load(w3)));
      const z: v128 = v128.load(i, 16);
      t0 = f32x4.add(t0, f32x4.mul(z, v128.load(w0, 16)));
      t1 = f32x4.add(t1, f32x4.mul(z, v128.load(w1, 16)));
      t2 = f32x4.add(t2, f32x4.mul(z, v128.load(w2, 16)));
      t3 = f32x4.add(t3, f32x4.mul(z, v128.load(w3, 16)));
      w0 += 32;
      w1 += 32;
      w2 += 32;
      w3 += 32;
    }

    // Transpose and add: lane k of the result is the sum of the lanes of accumulator k.
    s0 = f32x4.add(s0, t0);
    s1 = f32x4.add(s1, t1);
    s2 = f32x4.add(s2, t2);
    s3 = f32x4.add(s3, t3);
    const s01: v128 = addPairs(s0, s1);
    const s23: v128 = addPairs(s2, s3);
    v128.store(output, f32x4.add(addPairs(s01, s23), v128.load(bias)));

    weight += row << 2;
    bias += 16;
    output += 16;
  }
}

/** [a0 + a1, a2 + a3, b0 + b1, b2 + b3] */
function addPairs(a: v128, b: v128): v128 {
  return f32x4.add(v128.shuffle<f32>(a, b, 0, 2, 4, 6), v128.shuffle<f32>(a, b, 1, 3, 5, 7));
}
