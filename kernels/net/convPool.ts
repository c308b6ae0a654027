import { VECTOR } from "../vector";
import { PAIR, ROW, WINDOW } from "./layout";

/** Bytes of one column of a window's weights, for two output channels. */
const COLUMN: i32 = 2 * WINDOW * PAIR;

/**
 * 2-D cross-correlation with a window of five rows, no padding, then ReLU and the largest value of
 * every 2×2 square: PyTorch's `max_pool2d(relu(conv2d(x, weight, bias)), 2)`, in integers.
 *
 * A block is two rows of eight outputs in two channels, four vectors of sums for each channel; it
 * ends as one vector of four pooled outputs for each. A window's weights are read column by column
 * of pairs. Sums must stay within 32 bits, whatever the input.
 *
 * @param input rows of pairs, i16[…][ROW / 4][2]
 * @param weight i16[channels / 2][columns][2][5][2]: pairs of weights for two output channels, column by
 *   column, from the top of the window down
 * @param bias i32[channels]
 * @param output i32[channels][pooledRows][blocks][4]
 * @param channels even
 * @param columns of pairs in a window
 * @param right bytes from the pairs under a block's first four outputs to those under the others:
 *   2 where these are the odd columns, 16 where they are the right half
 * @param blocks in a row of outputs; with its window the last has to end within ROW
 * @param pooledRows half the rows of outputs
 */
export function convPool(
  input: usize,
  weight: usize,
  bias: usize,
  output: usize,
  channels: i32,
  columns: i32,
  right: usize,
  blocks: i32,
  pooledRows: i32,
): void {
  assert(channels > 0 && channels % 2 === 0);
  assert(columns > 0 && blocks > 0 && pooledRows > 0);
  assert(right === 2 || right === <usize>VECTOR);
  // The last block's last pairs lie in their row.
  assert(VECTOR * blocks + <i32>right + 4 * (columns - 1) <= ROW);

  const zero: v128 = i32x4.splat(0);
  const plane: usize = VECTOR * blocks * pooledRows;

  for (let channel: i32 = 0; channel < channels; channel += 2) {
    const biasA: v128 = v128.load32_splat(bias);
    const biasB: v128 = v128.load32_splat(bias, 4);

    for (let y: i32 = 0; y < pooledRows; y++) {
      for (let x: i32 = 0; x < blocks; x++) {
        // Channel A or B, upper or lower row, left (l) or right four (r) outputs.
        let a0l: v128 = biasA;
        let a0r: v128 = biasA;
        let a1l: v128 = biasA;
        let a1r: v128 = biasA;
        let b0l: v128 = biasB;
        let b0r: v128 = biasB;
        let b1l: v128 = biasB;
        let b1r: v128 = biasB;

        let left: usize = input + 2 * ROW * y + VECTOR * x;
        let at: usize = left + right;
        let w: usize = weight;
        for (let column: i32 = 0; column < columns; column++) {
          // Row k of the window lies on row k for the upper outputs, on row k + 1 for the lower.
          let l: v128 = v128.load(left);
          let r: v128 = v128.load(at);
          let lBelow: v128 = v128.load(left, ROW);
          let rBelow: v128 = v128.load(at, ROW);

          let wk: v128 = v128.load32_splat(w);
          a0l = i32x4.add(a0l, i32x4.dot_i16x8_s(l, wk));
          a0r = i32x4.add(a0r, i32x4.dot_i16x8_s(r, wk));
          a1l = i32x4.add(a1l, i32x4.dot_i16x8_s(lBelow, wk));
          a1r = i32x4.add(a1r, i32x4.dot_i16x8_s(rBelow, wk));
          wk = v128.load32_splat(w, 5 * PAIR);
          b0l = i32x4.add(b0l, i32x4.dot_i16x8_s(l, wk));
          b0r = i32x4.add(b0r, i32x4.dot_i16x8_s(r, wk));
          b1l = i32x4.add(b1l, i32x4.dot_i16x8_s(lBelow, wk));
          b1r = i32x4.add(b1r, i32x4.dot_i16x8_s(rBelow, wk));

          l = lBelow;
          r = rBelow;
          lBelow = v128.load(left, 2 * ROW);
          rBelow = v128.load(at, 2 * ROW);
          wk = v128.load32_splat(w, 1 * PAIR);
          a0l = i32x4.add(a0l, i32x4.dot_i16x8_s(l, wk));
          a0r = i32x4.add(a0r, i32x4.dot_i16x8_s(r, wk));
          a1l = i32x4.add(a1l, i32x4.dot_i16x8_s(lBelow, wk));
          a1r = i32x4.add(a1r, i32x4.dot_i16x8_s(rBelow, wk));
          wk = v128.load32_splat(w, 6 * PAIR);
          b0l = i32x4.add(b0l, i32x4.dot_i16x8_s(l, wk));
          b0r = i32x4.add(b0r, i32x4.dot_i16x8_s(r, wk));
          b1l = i32x4.add(b1l, i32x4.dot_i16x8_s(lBelow, wk));
          b1r = i32x4.add(b1r, i32x4.dot_i16x8_s(rBelow, wk));

          l = lBelow;
          r = rBelow;
          lBelow = v128.load(left, 3 * ROW);
          rBelow = v128.load(at, 3 * ROW);
          wk = v128.load32_splat(w, 2 * PAIR);
          a0l = i32x4.add(a0l, i32x4.dot_i16x8_s(l, wk));
          a0r = i32x4.add(a0r, i32x4.dot_i16x8_s(r, wk));
          a1l = i32x4.add(a1l, i32x4.dot_i16x8_s(lBelow, wk));
          a1r = i32x4.add(a1r, i32x4.dot_i16x8_s(rBelow, wk));
          wk = v128.load32_splat(w, 7 * PAIR);
          b0l = i32x4.add(b0l, i32x4.dot_i16x8_s(l, wk));
          b0r = i32x4.add(b0r, i32x4.dot_i16x8_s(r, wk));
          b1l = i32x4.add(b1l, i32x4.dot_i16x8_s(lBelow, wk));
          b1r = i32x4.add(b1r, i32x4.dot_i16x8_s(rBelow, wk));

          l = lBelow;
          r = rBelow;
          lBelow = v128.load(left, 4 * ROW);
          rBelow = v128.load(at, 4 * ROW);
          wk = v128.load32_splat(w, 3 * PAIR);
          a0l = i32x4.add(a0l, i32x4.dot_i16x8_s(l, wk));
          a0r = i32x4.add(a0r, i32x4.dot_i16x8_s(r, wk));
          a1l = i32x4.add(a1l, i32x4.dot_i16x8_s(lBelow, wk));
          a1r = i32x4.add(a1r, i32x4.dot_i16x8_s(rBelow, wk));
          wk = v128.load32_splat(w, 8 * PAIR);
          b0l = i32x4.add(b0l, i32x4.dot_i16x8_s(l, wk));
          b0r = i32x4.add(b0r, i32x4.dot_i16x8_s(r, wk));
          b1l = i32x4.add(b1l, i32x4.dot_i16x8_s(lBelow, wk));
          b1r = i32x4.add(b1r, i32x4.dot_i16x8_s(rBelow, wk));

          l = lBelow;
          r = rBelow;
          lBelow = v128.load(left, 5 * ROW);
          rBelow = v128.load(at, 5 * ROW);
          wk = v128.load32_splat(w, 4 * PAIR);
          a0l = i32x4.add(a0l, i32x4.dot_i16x8_s(l, wk));
          a0r = i32x4.add(a0r, i32x4.dot_i16x8_s(r, wk));
          a1l = i32x4.add(a1l, i32x4.dot_i16x8_s(lBelow, wk));
          a1r = i32x4.add(a1r, i32x4.dot_i16x8_s(rBelow, wk));
          wk = v128.load32_splat(w, 9 * PAIR);
          b0l = i32x4.add(b0l, i32x4.dot_i16x8_s(l, wk));
          b0r = i32x4.add(b0r, i32x4.dot_i16x8_s(r, wk));
          b1l = i32x4.add(b1l, i32x4.dot_i16x8_s(lBelow, wk));
          b1r = i32x4.add(b1r, i32x4.dot_i16x8_s(rBelow, wk));

          left += 4;
          at += 4;
          w += COLUMN;
        }

        // The largest of the two rows, then of neighbouring columns.
        a0l = i32x4.max_s(a0l, a1l);
        a0r = i32x4.max_s(a0r, a1r);
        b0l = i32x4.max_s(b0l, b1l);
        b0r = i32x4.max_s(b0r, b1r);
        if (right >= <usize>VECTOR) {
          a1l = a0l;
          a0l = v128.shuffle<i32>(a1l, a0r, 0, 2, 4, 6);
          a0r = v128.shuffle<i32>(a1l, a0r, 1, 3, 5, 7);
          b1l = b0l;
          b0l = v128.shuffle<i32>(b1l, b0r, 0, 2, 4, 6);
          b0r = v128.shuffle<i32>(b1l, b0r, 1, 3, 5, 7);
        }
        v128.store(output, i32x4.max_s(i32x4.max_s(a0l, a0r), zero));
        v128.store(output + plane, i32x4.max_s(i32x4.max_s(b0l, b0r), zero));
        output += VECTOR;
      }
    }
    weight += COLUMN * columns;
    bias += 8;
    output += plane;
  }
}
