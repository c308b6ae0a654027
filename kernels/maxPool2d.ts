import { halfRow } from "./splitRows";

/**
 * Largest value of every 2×2 window, stride 2: PyTorch's `max_pool2d(x, 2, 2)`.
 *
 * @param input split rows, f32[planes][height][2][halfRow(width)], planes one behind the other
 * @param output plain rows, f32[planes * height / 2][width / 2]
 * @param rows planes × height; height is even
 * @param width a multiple of 8
 */
export function maxPool2d(input: usize, output: usize, rows: i32, width: i32): void {
  const half: usize = (<usize>halfRow(width)) << 2;
  const row: usize = half << 1;

  for (let y: i32 = 0; y < rows; y += 2) {
    for (let x: usize = 0; x < half; x += 16) {
      const above: usize = input + x;
      const below: usize = above + row;
      const upper: v128 = f32x4.pmax(v128.load(above), v128.load(above + half));
      const lower: v128 = f32x4.pmax(v128.load(below), v128.load(below + half));
      v128.store(output, f32x4.pmax(upper, lower));
      output += 16;
    }
    input += row << 1;
  }
}
