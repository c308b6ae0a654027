import { convPool } from "./convPool";
import { relu, toFloats } from "./elementwise";
import { ROW, VECTOR } from "./layout";
import { linear } from "./linear";
import { pairChannels, pairPixels } from "./pairs";
import { unpackLinear } from "./unpack";

/*
 * MyConvNet in static memory. Every tensor has its fixed place, given in bytes and aligned to a
 * vector; what a kernel may read past a tensor's end is added as slack.
 *
 * The convolutions compute in integers: weights/quantise.ts gives their parameters and
 * says how exact that is.
 */

/** The ten classes, padded to what `linear` computes at once. */
const PADDED_CLASSES: i32 = 16;

/** Of conv1, conv2, fc1 and fc2 in their order, biases padded to whole vectors. */
const PARAMETER_BYTES: i32 =
  (2 * 3 * 5 + 1 + 1) * VECTOR +
  (6 * 5 * 5 + 2) * VECTOR +
  96 * 32 * 2 +
  2 * 32 * 4 +
  (32 + 1) * PADDED_CLASSES * 4;

/** The image, grey levels u8[28][28]; white ink on black. */
export const pixels: usize = memory.data(28 * 28 + VECTOR, VECTOR);

/**
 * The parameters, laid out as the kernels ask for and one behind the other: packed weights are a
 * copy of this memory.
 */
export const parameters: usize = memory.data(PARAMETER_BYTES, VECTOR);
export const conv1Weight: usize = parameters;
export const conv1Bias: usize = conv1Weight + 2 * 3 * 5 * VECTOR;
/** i32: how far conv1's sums are shifted to the right. */
export const conv1Shift: usize = conv1Bias + VECTOR;
export const conv2Weight: usize = conv1Shift + VECTOR;
export const conv2Bias: usize = conv2Weight + 6 * 5 * 5 * VECTOR;
/** i16, in units of fc1Unit: half the bytes to deploy. */
export const fc1Packed: usize = conv2Bias + 2 * VECTOR;
/** f32[32] */
export const fc1Unit: usize = fc1Packed + 96 * 32 * 2;
export const fc1Bias: usize = fc1Unit + 32 * 4;
export const fc2Weight: usize = fc1Bias + 32 * 4;
export const fc2Bias: usize = fc2Weight + 32 * PADDED_CLASSES * 4;
export const parametersEnd: usize = parameters + PARAMETER_BYTES;

const fc1Weight: usize = memory.data(96 * 32 * 4, VECTOR);
/** Rows of pairs. */
const image: usize = memory.data(28 * ROW + VECTOR, VECTOR);
/** i32[2][12][12] */
export const pool1: usize = memory.data(2 * 12 * 12 * 4, VECTOR);
/** Rows of pairs. */
const pool1Pairs: usize = memory.data(12 * ROW + VECTOR, VECTOR);
/** i32[6][4][4] */
const pool2Sums: usize = memory.data(6 * 4 * 4 * 4, VECTOR);
/** f32[6][4][4], flattened it is fc1's input. */
export const pool2: usize = memory.data(6 * 4 * 4 * 4, VECTOR);
/** f32[32] */
export const fc1: usize = memory.data(32 * 4, VECTOR);
/** f32[10] */
export const logits: usize = memory.data(PADDED_CLASSES * 4, VECTOR);

/** Makes `parameters` ready for `forward`, once they are in place. */
export function unpack(): void {
  unpackLinear(fc1Packed, fc1Unit, fc1Weight, 96, 32);
}

/**
 * MyConvNet's forward pass: `pixels` → `logits`.
 *
 * Takes grey levels as they are: the normalisation (x/255 − 0.5)/0.5 is folded into conv1's
 * parameters.
 */
export function forward(): void {
  pairPixels(pixels, image, 28);
  convPool(image, conv1Weight, conv1Bias, pool1, 2, 3, 2, 3, 12);
  pairChannels(pool1, pool1Pairs, 12, 12, load<i32>(conv1Shift));
  convPool(pool1Pairs, conv2Weight, conv2Bias, pool2Sums, 6, 5, VECTOR, 1, 4);
  toFloats(pool2Sums, pool2, 6 * 4 * 4);
  linear(pool2, fc1Weight, fc1Bias, fc1, 96, 32);
  relu(fc1, 32);
  linear(fc1, fc2Weight, fc2Bias, logits, 32, PADDED_CLASSES);
}
