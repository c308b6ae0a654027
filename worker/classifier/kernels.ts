import { SIDE } from "../image/digit.ts";
import type { Weights } from "./weights.ts";

/** Pixels of the net's input. */
export const PIXELS = SIDE * SIDE;

/** Classes of the net's output. */
export const CLASSES = 10;

/** What the module built from kernels/ exports for the net; the globals are addresses in bytes. */
interface NetExports {
  memory: WebAssembly.Memory;
  forward(): void;
  pixels: WebAssembly.Global;
  logits: WebAssembly.Global;
  conv1Weight: WebAssembly.Global;
  conv1Bias: WebAssembly.Global;
  conv2Weight: WebAssembly.Global;
  conv2Bias: WebAssembly.Global;
  fc1Weight: WebAssembly.Global;
  fc1Bias: WebAssembly.Global;
  fc2Weight: WebAssembly.Global;
  fc2Bias: WebAssembly.Global;
}

/** The net in a WebAssembly instance; its input and output are views of the memory. */
export interface Net {
  /** Where an image is put, grey levels [28][28]. */
  pixels: Uint8Array;
  /** What `forward` leaves, [10]. */
  logits: Float32Array;
  forward(): void;
}

/**
 * Loads the weights into the kernels' memory.
 *
 * @param instance of build/kernels.wasm, to be used by this net alone
 */
export function bindKernels(instance: WebAssembly.Instance, { parameters }: Weights): Net {
  const net = instance.exports as unknown as NetExports;
  const floats = (address: WebAssembly.Global, count: number) =>
    new Float32Array(net.memory.buffer, address.value, count);
  const load = (address: WebAssembly.Global, values: Float32Array) =>
    floats(address, values.length).set(values);

  const conv1 = foldNormalisation(parameters["conv1.weight"], parameters["conv1.bias"]);
  load(net.conv1Weight, splat(conv1.weight));
  load(net.conv1Bias, conv1.bias);
  load(net.conv2Weight, splat(parameters["conv2.weight"]));
  load(net.conv2Bias, parameters["conv2.bias"]);
  load(net.fc1Weight, parameters["fc1.weight"]);
  load(net.fc1Bias, parameters["fc1.bias"]);
  load(net.fc2Weight, parameters["fc2.weight"]);
  load(net.fc2Bias, parameters["fc2.bias"]);

  return {
    pixels: new Uint8Array(net.memory.buffer, net.pixels.value, PIXELS),
    logits: floats(net.logits, CLASSES),
    forward: net.forward,
  };
}

/**
 * Folds the seed's normalisation of grey levels, (x/255 − 0.5)/0.5 = x/127.5 − 1, into the
 * convolution that follows it: Σ w·(x/127.5 − 1) + b = Σ (w/127.5)·x + (b − Σ w). Exact, as that
 * convolution has no padding.
 */
function foldNormalisation(weight: Float32Array, bias: Float32Array) {
  const window = weight.length / bias.length;
  const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);
  return {
    weight: weight.map((w) => w / 127.5),
    bias: bias.map((b, i) => b - sum(weight.subarray(i * window, (i + 1) * window))),
  };
}

/** Repeats each value in the four lanes of a vector, as conv2d reads it. */
function splat(values: Float32Array): Float32Array {
  return Float32Array.from({ length: 4 * values.length }, (_, i) => values[i >> 2]);
}
