/**
 * Turns a linear layer's weights of 16 bits into floats, as `linear` reads them.
 *
 * @param packed i16[outputs / 16][inputs][16]
 * @param unit f32[outputs], what 1 in an output's weights stands for
 * @param weight f32[outputs / 16][inputs][16]
 * @param outputs a multiple of 16
 */
export function unpackLinear(
  packed: usize,
  unit: usize,
  weight: usize,
  inputs: i32,
  outputs: i32,
): void {
  for (let o: i32 = 0; o < outputs; o += 16) {
    for (let i: i32 = 0; i < inputs; i++) {
      for (let lane: usize = 0; lane < 64; lane += 16) {
        const values: v128 = f32x4.convert_i32x4_s(v128.load_ext<i16>(packed));
        v128.store(weight, f32x4.mul(values, v128.load(unit + lane)));
        packed += 8;
        weight += 16;
      }
    }
    unit += 64;
  }
}
