import { conv2d } from "./conv2d";
import { linear } from "./linear";
import { maxPool2d } from "./maxPool2d";
import { relu } from "./relu";
import { splitFloats, splitPixels } from "./splitRows";

/*
 * MyConvNet in static memory. Every tensor has its fixed place, given in bytes and aligned to a
 * vector; what a kernel may read or write past a tensor's end is added as slack.
 */

/** Bytes of one vector, and the alignment of every tensor. */
const VECTOR: i32 = 16;

/** The ten classes, and two of slack that `linear` reads and writes with them. */
const PADDED_CLASSES: i32 = 12;

/** The image, grey levels u8[28][28]; white ink on black. */
export const pixels: usize = memory.data(28 * 28 + VECTOR, VECTOR);

// Parameters, in the order of PyTorch's state dict, convolution weights splatted.
export const conv1Weight: usize = memory.data(2 * 1 * 25 * VECTOR, VECTOR);
export const conv1Bias: usize = memory.data(2 * 4, VECTOR);
export const conv2Weight: usize = memory.data(6 * 2 * 25 * VECTOR, VECTOR);
export const conv2Bias: usize = memory.data(6 * 4, VECTOR);
export const fc1Weight: usize = memory.data(32 * 96 * 4, VECTOR);
export const fc1Bias: usize = memory.data(32 * 4, VECTOR);
export const fc2Weight: usize = memory.data(PADDED_CLASSES * 32 * 4, VECTOR);
export const fc2Bias: usize = memory.data(PADDED_CLASSES * 4, VECTOR);

/** Split rows, f32[28][2][16]. */
const image: usize = memory.data(28 * 2 * 16 * 4, VECTOR);
/** Split rows, f32[2][24][2][12]. */
export const conv1: usize = memory.data(2 * 24 * 24 * 4, VECTOR);
/** f32[2][12][12] */
export const pool1: usize = memory.data(2 * 12 * 12 * 4 + VECTOR, VECTOR);
/** Split rows, f32[2][12][2][8]. */
const pool1Split: usize = memory.data(2 * 12 * 2 * 8 * 4, VECTOR);
/** Split rows, f32[6][8][2][4]. */
export const conv2: usize = memory.data(6 * 8 * 8 * 4, VECTOR);
/** f32[6][4][4], flattened it is fc1's input. */
export const pool2: usize = memory.data(6 * 4 * 4 * 4, VECTOR);
/** f32[32] */
export const fc1: usize = memory.data(32 * 4, VECTOR);
/** f32[10] */
export const logits: usize = memory.data(PADDED_CLASSES * 4, VECTOR);

/**
 * MyConvNet's forward pass: `pixels` → `logits`.
 *
 * Takes grey levels as they are: the normalisation (x/255 − 0.5)/0.5 is folded into conv1's
 * parameters when they are loaded. ReLU comes after pooling, where a quarter of the values is
 * left: the largest of four, cut at 0, is the largest of the four cut at 0.
 */
export function forward(): void {
  splitPixels(pixels, image, 28, 28);
  conv2d(image, conv1Weight, conv1Bias, conv1, 1, 2, 28, 28);
  maxPool2d(conv1, pool1, 2 * 24, 24);
  relu(pool1, 2 * 12 * 12);

  splitFloats(pool1, pool1Split, 2 * 12, 12);
  conv2d(pool1Split, conv2Weight, conv2Bias, conv2, 2, 6, 12, 12);
  maxPool2d(conv2, pool2, 6 * 8, 8);
  relu(pool2, 6 * 4 * 4);

  linear(pool2, fc1Weight, fc1Bias, fc1, 96, 32);
  relu(fc1, 32);
  linear(fc1, fc2Weight, fc2Bias, logits, 32, 10);
}
