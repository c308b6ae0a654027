import { type Weights, WINDOW } from "./parameters.ts";

/** The convolutions in whole numbers, by output channel. */
export interface QuantisedConvolutions {
  conv1: QuantisedChannel[];
  /** By how many bits conv1's sums are shifted to the right, to be conv2's input. */
  shift: number;
  conv2: QuantisedChannel[];
}

/** An output channel's parameters: its weights in PyTorch's order, and its bias. */
interface Channel {
  weight: number[];
  bias: number;
}

/** The same in whole numbers: weights of 16 bits, a bias of 32. */
export interface QuantisedChannel extends Channel {
  /** What 1 in the channel's sums stands for. */
  unit: number;
}

/** The largest 16-bit weight and 32-bit sum, less a thousandth for what rounding adds. */
const MAX_WEIGHT = 0.999 * 2 ** 15;
const MAX_SUM = 0.999 * 2 ** 31;

/**
 * The largest input of conv2. The larger it is, the more exact are the inputs, and the less the
 * weights, as their sums must fit. Of 8,192 to 32,600 this made the smallest errors.
 */
const MAX_ACTIVATION = 28_000;

/** For a channel of zeros, for which any would do. */
const MAX_GAIN = 2 ** 40;

/** The largest grey level, and with it the largest input of conv1. */
const WHITE = 255;

/**
 * Turns MyConvNet's convolutions into 16-bit weights whose sums never overflow 32 bits, whatever the
 * image: each output channel is multiplied by a factor of its own, which comes from the largest sum
 * that any image could make. Logits computed with them differ from PyTorch's by less than 0.005.
 */
export function quantiseConvolutions(parameters: Weights["parameters"]): QuantisedConvolutions {
  const first = channels(parameters["conv1.weight"], parameters["conv1.bias"]).map(
    foldNormalisation,
  );
  const highest = first.map((channel) => Math.max(sums(channel, WHITE).highest, Number.MIN_VALUE));
  // Each channel's weights grow with its gain and shrink with the shift. This is the largest shift with
  // which every channel can reach MAX_ACTIVATION and its weights still fit 16 bits. A channel whose sums
  // are hardly ever positive could reach it only with weights that do not fit, so it is left out.
  const room = first
    .map(({ weight }, c) => (MAX_WEIGHT * highest[c]) / (MAX_ACTIVATION * steepest(weight)))
    .filter((times, c) => times >= 1 && highest[c] > Number.MIN_VALUE);
  const shift = Math.floor(Math.log2(Math.min(MAX_WEIGHT, ...room)));
  const gains = first.map(({ weight, bias }, c) =>
    Math.min(
      MAX_ACTIVATION / highest[c],
      MAX_WEIGHT / steepest(weight) / 2 ** shift,
      // Beside a large bias the weights' sum is small.
      MAX_SUM / 2 / Math.max(Math.abs(bias), Number.MIN_VALUE) / 2 ** shift,
      MAX_GAIN,
    ),
  );
  const conv1 = first.map((channel, c) => quantised(channel, gains[c] * 2 ** shift));

  const second = channels(parameters["conv2.weight"], parameters["conv2.bias"]).map(
    ({ weight, bias }) => ({
      weight: weight.map((w, i) => w / gains[Math.floor(i / WINDOW ** 2)]),
      bias,
    }),
  );
  const factors = second.map((channel) => {
    const { highest, lowest } = sums(channel, MAX_ACTIVATION);
    return Math.min(MAX_SUM / Math.max(highest, -lowest), MAX_WEIGHT / steepest(channel.weight));
  });
  return {
    // Half of the last bit that is kept is added, so that shifting rounds.
    conv1: conv1.map((channel) => ({ ...channel, bias: channel.bias + 2 ** shift / 2 })),
    shift,
    conv2: second.map((channel, c) => quantised(channel, factors[c])),
  };
}

/** The largest number of a row: 15 bits with the sign. Each bit more is 0.2 KB more to load, and logits are little nearer. */
const MAX_ROW = 2 ** 14 - 1;

/**
 * Turns a matrix into whole numbers, which take half the bytes to deploy; each row has a unit of
 * its own, so that its largest number is MAX_ROW.
 *
 * @param weight [rows][columns]
 */
export function quantiseRows(
  weight: Float32Array,
  columns: number,
): { weight: Int16Array; unit: Float32Array } {
  const unit = Float32Array.from({ length: weight.length / columns }, (_, row) => {
    const values = Array.from(weight.subarray(row * columns, (row + 1) * columns));
    return steepest(values) / MAX_ROW;
  });
  return {
    weight: Int16Array.from(weight, (w, i) => Math.round(w / unit[Math.floor(i / columns)])),
    unit,
  };
}

function channels(weight: Float32Array, bias: Float32Array): Channel[] {
  const window = weight.length / bias.length;
  return Array.from(bias, (bias, c) => ({
    weight: Array.from(weight.subarray(c * window, (c + 1) * window)),
    bias,
  }));
}

/**
 * Folds the tutorial's normalisation of grey levels, (x/255 − 0.5)/0.5 = x/127.5 − 1, into the
 * convolution that follows it: Σ w·(x/127.5 − 1) + b = Σ (w/127.5)·x + (b − Σ w). Exact, as that
 * convolution has no padding.
 */
function foldNormalisation({ weight, bias }: Channel): Channel {
  return {
    weight: weight.map((w) => w / 127.5),
    bias: bias - weight.reduce((sum, w) => sum + w, 0),
  };
}

/** The highest and the lowest sum that inputs of 0 … `largest` can make, on the way too. */
function sums({ weight, bias }: Channel, largest: number) {
  const total = (sign: number) =>
    [bias, ...weight.map((w) => w * largest)].reduce((sum, x) => sum + Math.max(0, sign * x), 0);
  return { highest: total(1), lowest: -total(-1) };
}

function steepest(weight: number[]): number {
  return Math.max(...weight.map(Math.abs), Number.MIN_VALUE);
}

function quantised({ weight, bias }: Channel, factor: number): QuantisedChannel {
  return {
    weight: weight.map((w) => Math.round(w * factor)),
    bias: Math.round(bias * factor),
    unit: 1 / factor,
  };
}
