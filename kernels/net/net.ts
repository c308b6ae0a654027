import { VECTOR } from "../vector";
import { convPool } from "./convPool";
import { relu, toFloats } from "./elementwise";
import { PAIR, ROW, SIDE, WINDOW } from "./layout";
import { linear, OUTPUT_TILE } from "./linear";
import { pairChannels, pairPixels } from "./pairs";
import { unpackLinear } from "./unpack";

/*
 * MyConvNet in static memory. Every tensor has its fixed place, given in bytes and aligned to a
 * vector; what a kernel may read past a tensor's end is added as slack.
 *
 * The convolutions compute in integers: weights/quantise.ts gives their parameters and
 * says how exact that is.
 */

/** Output channels of the convolutions. */
const CHANNELS1: i32 = 2;
const CHANNELS2: i32 = 6;

/** Columns of pairs in a window: of neighbouring pixels, and of two channels. */
const COLUMNS1: i32 = (WINDOW + 1) / 2;
const COLUMNS2: i32 = WINDOW;

/** Sides of what a convolution without padding and 2×2 pooling leave: 12 and 4. */
const SIDE1: i32 = (SIDE - WINDOW + 1) / 2;
const SIDE2: i32 = (SIDE1 - WINDOW + 1) / 2;

/** Inputs and outputs of fc1. */
const FEATURES: i32 = CHANNELS2 * SIDE2 * SIDE2;
const HIDDEN: i32 = 32;

/** Outputs of fc2: the ten classes, padded to a tile. */
const PADDED_CLASSES: i32 = OUTPUT_TILE;

/** Bytes of the parameters; the convolutions' biases are padded to whole vectors. */
const CONV1_WEIGHT: i32 = CHANNELS1 * COLUMNS1 * WINDOW * PAIR;
const CONV1_BIAS: i32 = VECTOR;
const CONV1_SHIFT: i32 = VECTOR;
const CONV2_WEIGHT: i32 = CHANNELS2 * COLUMNS2 * WINDOW * PAIR;
const CONV2_BIAS: i32 = 2 * VECTOR;
const FC1_PACKED: i32 = FEATURES * HIDDEN * 2;
const FC1_UNIT: i32 = HIDDEN * 4;
const FC1_BIAS: i32 = HIDDEN * 4;
const FC2_WEIGHT: i32 = HIDDEN * PADDED_CLASSES * 4;
const FC2_BIAS: i32 = PADDED_CLASSES * 4;
const PARAMETERS: i32 =
  CONV1_WEIGHT +
  CONV1_BIAS +
  CONV1_SHIFT +
  CONV2_WEIGHT +
  CONV2_BIAS +
  FC1_PACKED +
  FC1_UNIT +
  FC1_BIAS +
  FC2_WEIGHT +
  FC2_BIAS;

/** The image, grey levels u8[SIDE][SIDE]; white ink on black. */
export const pixels: usize = memory.data(SIDE * SIDE + VECTOR, VECTOR);

/**
 * The parameters, laid out as the kernels ask for and one behind the other: packed weights are a
 * copy of this memory.
 */
export const parameters: usize = memory.data(PARAMETERS, VECTOR);
export const conv1Weight: usize = parameters;
export const conv1Bias: usize = conv1Weight + CONV1_WEIGHT;
/** i32: how far conv1's sums are shifted to the right. */
export const conv1Shift: usize = conv1Bias + CONV1_BIAS;
export const conv2Weight: usize = conv1Shift + CONV1_SHIFT;
export const conv2Bias: usize = conv2Weight + CONV2_WEIGHT;
/** i16, in units of fc1Unit: half the bytes to deploy. */
export const fc1Packed: usize = conv2Bias + CONV2_BIAS;
/** f32[HIDDEN] */
export const fc1Unit: usize = fc1Packed + FC1_PACKED;
export const fc1Bias: usize = fc1Unit + FC1_UNIT;
export const fc2Weight: usize = fc1Bias + FC1_BIAS;
export const fc2Bias: usize = fc2Weight + FC2_WEIGHT;
export const parametersEnd: usize = parameters + PARAMETERS;

const fc1Weight: usize = memory.data(FEATURES * HIDDEN * 4, VECTOR);
/** Rows of pairs. */
const image: usize = memory.data(SIDE * ROW + VECTOR, VECTOR);
/** i32[CHANNELS1][SIDE1][SIDE1] */
export const pool1: usize = memory.data(CHANNELS1 * SIDE1 * SIDE1 * 4, VECTOR);
/** Rows of pairs. */
const pool1Pairs: usize = memory.data(SIDE1 * ROW + VECTOR, VECTOR);
/** i32[CHANNELS2][SIDE2][SIDE2] */
const pool2Sums: usize = memory.data(FEATURES * 4, VECTOR);
/** f32[CHANNELS2][SIDE2][SIDE2], flattened it is fc1's input. */
export const pool2: usize = memory.data(FEATURES * 4, VECTOR);
/** f32[HIDDEN] */
export const fc1: usize = memory.data(HIDDEN * 4, VECTOR);
/** f32[PADDED_CLASSES] */
export const logits: usize = memory.data(PADDED_CLASSES * 4, VECTOR);

/** Makes `parameters` ready for `forward`, once they are in place. */
export function unpack(): void {
  unpackLinear(fc1Packed, fc1Unit, fc1Weight, FEATURES, HIDDEN);
}

/**
 * MyConvNet's forward pass: `pixels` → `logits`.
 *
 * Takes grey levels as they are: the normalisation (x/255 − 0.5)/0.5 is folded into conv1's
 * parameters.
 */
export function forward(): void {
  pairPixels(pixels, image, SIDE);
  convPool(image, conv1Weight, conv1Bias, pool1, CHANNELS1, COLUMNS1, 2, SIDE1 / 4, SIDE1);
  pairChannels(pool1, pool1Pairs, SIDE1, SIDE1, load<i32>(conv1Shift));
  convPool(
    pool1Pairs,
    conv2Weight,
    conv2Bias,
    pool2Sums,
    CHANNELS2,
    COLUMNS2,
    VECTOR,
    SIDE2 / 4,
    SIDE2,
  );
  toFloats(pool2Sums, pool2, FEATURES);
  linear(pool2, fc1Weight, fc1Bias, fc1, FEATURES, HIDDEN);
  relu(fc1, HIDDEN);
  linear(fc1, fc2Weight, fc2Bias, logits, HIDDEN, PADDED_CLASSES);
}
