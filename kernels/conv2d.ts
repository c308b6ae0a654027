import { halfRow } from "./splitRows";

/** Side of the square window. */
const WINDOW: i32 = 5;

/** Bytes of a window row's weights, each repeated in all four lanes. */
const WINDOW_ROW_BYTES: usize = (<usize>WINDOW) << 4;

/**
 * 2-D cross-correlation with a 5×5 window, stride 1, no padding: PyTorch's `conv2d`.
 *
 * Two output rows and two output channels are computed at once, four even and four odd columns
 * of each: eight accumulators, as many as hide the latency of an addition.
 *
 * @param input split rows, f32[inChannels][height][2][halfRow(width)]
 * @param weight splatted, f32[outChannels][inChannels][5][5][4 equal lanes]
 * @param bias f32[outChannels]
 * @param output split rows, f32[outChannels][height - 4][2][halfRow(width - 4)]
 * @param outChannels even
 * @param height even
 * @param width such that width - 4 is a multiple of 8
 */
export function conv2d(
  input: usize,
  weight: usize,
  bias: usize,
  output: usize,
  inChannels: i32,
  outChannels: i32,
  height: i32,
  width: i32,
): void {
  const inHalf: usize = (<usize>halfRow(width)) << 2;
  const inRow: usize = inHalf << 1;
  const inPlane: usize = inRow * height;

  const outHeight: i32 = height - WINDOW + 1;
  const outHalf: usize = (<usize>halfRow(width - WINDOW + 1)) << 2;
  const outRow: usize = outHalf << 1;
  const outPlane: usize = outRow * outHeight;

  const channelWeights: usize = WINDOW_ROW_BYTES * WINDOW * inChannels;

  for (let channel: i32 = 0; channel < outChannels; channel += 2) {
    const biasA: v128 = v128.load32_splat(bias);
    const biasB: v128 = v128.load32_splat(bias, 4);

    for (let y: i32 = 0; y < outHeight; y += 2) {
      for (let x: usize = 0; x < outHalf; x += 16) {
        // Channel A or B, output row 0 or 1, even or odd columns.
        let a0e: v128 = biasA;
        let a0o: v128 = biasA;
        let a1e: v128 = biasA;
        let a1o: v128 = biasA;
        let b0e: v128 = biasB;
        let b0o: v128 = biasB;
        let b1e: v128 = biasB;
        let b1o: v128 = biasB;

        let row: usize = input + inRow * y + x;
        let wA: usize = weight;

        for (let plane: i32 = 0; plane < inChannels; plane++) {
          let at: usize = row;
          for (let ky: i32 = 0; ky < WINDOW; ky++) {
            // Row ky of the windows: even (e) and odd (o) columns 2x … 2x + 11.
            const e00: v128 = v128.load(at);
            const e01: v128 = v128.load(at, 4);
            const e02: v128 = v128.load(at, 8);
            const o00: v128 = v128.load(at + inHalf);
            const o01: v128 = v128.load(at + inHalf, 4);
            const o02: v128 = v128.load(at + inHalf, 8);

            // The row below, which is row ky for the lower outputs.
            const below: usize = at + inRow;
            const e10: v128 = v128.load(below);
            const e11: v128 = v128.load(below, 4);
            const e12: v128 = v128.load(below, 8);
            const o10: v128 = v128.load(below + inHalf);
            const o11: v128 = v128.load(below + inHalf, 4);
            const o12: v128 = v128.load(below + inHalf, 8);

            let w: v128 = v128.load(wA);
            a0e = multiplyAdd(e00, w, a0e);
            a0o = multiplyAdd(o00, w, a0o);
            a1e = multiplyAdd(e10, w, a1e);
            a1o = multiplyAdd(o10, w, a1o);
            w = v128.load(wA, 16);
            a0e = multiplyAdd(o00, w, a0e);
            a0o = multiplyAdd(e01, w, a0o);
            a1e = multiplyAdd(o10, w, a1e);
            a1o = multiplyAdd(e11, w, a1o);
            w = v128.load(wA, 32);
            a0e = multiplyAdd(e01, w, a0e);
            a0o = multiplyAdd(o01, w, a0o);
            a1e = multiplyAdd(e11, w, a1e);
            a1o = multiplyAdd(o11, w, a1o);
            w = v128.load(wA, 48);
            a0e = multiplyAdd(o01, w, a0e);
            a0o = multiplyAdd(e02, w, a0o);
            a1e = multiplyAdd(o11, w, a1e);
            a1o = multiplyAdd(e12, w, a1o);
            w = v128.load(wA, 64);
            a0e = multiplyAdd(e02, w, a0e);
            a0o = multiplyAdd(o02, w, a0o);
            a1e = multiplyAdd(e12, w, a1e);
            a1o = multiplyAdd(o12, w, a1o);

            const wB: usize = wA + channelWeights;
            w = v128.load(wB);
            b0e = multiplyAdd(e00, w, b0e);
            b0o = multiplyAdd(o00, w, b0o);
            b1e = multiplyAdd(e10, w, b1e);
            b1o = multiplyAdd(o10, w, b1o);
            w = v128.load(wB, 16);
            b0e = multiplyAdd(o00, w, b0e);
            b0o = multiplyAdd(e01, w, b0o);
            b1e = multiplyAdd(o10, w, b1e);
            b1o = multiplyAdd(e11, w, b1o);
            w = v128.load(wB, 32);
            b0e = multiplyAdd(e01, w, b0e);
            b0o = multiplyAdd(o01, w, b0o);
            b1e = multiplyAdd(e11, w, b1e);
            b1o = multiplyAdd(o11, w, b1o);
            w = v128.load(wB, 48);
            b0e = multiplyAdd(o01, w, b0e);
            b0o = multiplyAdd(e02, w, b0o);
            b1e = multiplyAdd(o11, w, b1e);
            b1o = multiplyAdd(e12, w, b1o);
            w = v128.load(wB, 64);
            b0e = multiplyAdd(e02, w, b0e);
            b0o = multiplyAdd(o02, w, b0o);
            b1e = multiplyAdd(e12, w, b1e);
            b1o = multiplyAdd(o12, w, b1o);

            at += inRow;
            wA += WINDOW_ROW_BYTES;
          }
          row += inPlane;
        }

        const toA: usize = output + outRow * y + x;
        v128.store(toA, a0e);
        v128.store(toA + outHalf, a0o);
        v128.store(toA + outRow, a1e);
        v128.store(toA + outRow + outHalf, a1o);
        const toB: usize = toA + outPlane;
        v128.store(toB, b0e);
        v128.store(toB + outHalf, b0o);
        v128.store(toB + outRow, b1e);
        v128.store(toB + outRow + outHalf, b1o);
      }
    }
    weight += channelWeights << 1;
    bias += 8;
    output += outPlane << 1;
  }
}

/** x·w + sum in each lane. */
function multiplyAdd(x: v128, w: v128, sum: v128): v128 {
  return f32x4.add(sum, f32x4.mul(x, w));
}
