import { VECTOR } from "../vector";
import { OUTPUT_TILE, TILE_BYTES } from "./linear";

/**
 * Turns a linear layer's weights of 16 bits into floats, as `linear` reads them.
 *
 * @param packed i16[outputs / OUTPUT_TILE][inputs][OUTPUT_TILE]
 * @param unit f32[outputs], what 1 in an output's weights stands for
 * @param weight f32[outputs / OUTPUT_TILE][inputs][OUTPUT_TILE]
 * @param outputs a multiple of OUTPUT_TILE
 */
export function unpackLinear(
  packed: usize,
  unit: usize,
  weight: usize,
  inputs: i32,
  outputs: i32,
): void {
  assert(inputs > 0);
  assert(outputs > 0 && outputs % OUTPUT_TILE === 0);

  for (let o: i32 = 0; o < outputs; o += OUTPUT_TILE) {
    for (let i: i32 = 0; i < inputs; i++) {
      for (let lane: usize = 0; lane < TILE_BYTES; lane += VECTOR) {
        const values: v128 = f32x4.convert_i32x4_s(v128.load_ext<i16>(packed));
        v128.store(weight, f32x4.mul(values, v128.load(unit + lane)));
        packed += 8;
        weight += VECTOR;
      }
    }
    unit += TILE_BYTES;
  }
}
