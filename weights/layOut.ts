import { shapes, type Weights, WINDOW } from "./parameters.ts";
import { type QuantisedChannel, quantiseConvolutions, quantiseRows } from "./quantise.ts";

/** Outputs and inputs of fc1. */
const [HIDDEN, FEATURES] = shapes["fc1.weight"];

/** Rows and columns of a convolution's window. */
const ROWS = Array.from({ length: WINDOW }, (_, i) => i);

/** What the module built from kernels/ exports for its parameters: addresses in bytes, and a size. */
interface ParameterExports {
  memory: WebAssembly.Memory;
  parameters: WebAssembly.Global;
  parametersEnd: WebAssembly.Global;
  /** Outputs that kernels/net/linear.ts computes at once. */
  OUTPUT_TILE: WebAssembly.Global;
  conv1Weight: WebAssembly.Global;
  conv1Bias: WebAssembly.Global;
  conv1Shift: WebAssembly.Global;
  conv2Weight: WebAssembly.Global;
  conv2Bias: WebAssembly.Global;
  fc1Packed: WebAssembly.Global;
  fc1Unit: WebAssembly.Global;
  fc1Bias: WebAssembly.Global;
  fc2Weight: WebAssembly.Global;
  fc2Bias: WebAssembly.Global;
}

/**
 * Quantises the parameters and lays them out as the kernels read them.
 *
 * @param kernels build/kernels.wasm, compiled
 * @returns the bytes of the kernels' memory that hold the parameters
 */
export function layOutParameters(
  kernels: WebAssembly.Module,
  parameters: Weights["parameters"],
): Uint8Array {
  const net = new WebAssembly.Instance(kernels).exports as unknown as ParameterExports;
  const floats = (address: WebAssembly.Global, values: Float32Array) =>
    new Float32Array(net.memory.buffer, address.value, values.length).set(inThreeBytes(values));
  const integers = (address: WebAssembly.Global, values: number[]) =>
    new Int32Array(net.memory.buffer, address.value, values.length).set(values);
  const tile: number = net.OUTPUT_TILE.value;
  const biases = (channels: QuantisedChannel[]) => channels.map(({ bias }) => bias);

  const { conv1, shift, conv2 } = quantiseConvolutions(parameters);
  integers(net.conv1Weight, layOut(conv1, pairAcross));
  integers(net.conv1Bias, biases(conv1));
  integers(net.conv1Shift, [shift]);
  integers(net.conv2Weight, layOut(conv2, pairChannels));
  integers(net.conv2Bias, biases(conv2));
  // conv2's sums come as they are; what they stand for is folded into fc1.
  const unit = (input: number) => conv2[Math.floor((input * conv2.length) / FEATURES)].unit;
  const fc1 = parameters["fc1.weight"].map((w, i) => w * unit(i % FEATURES));
  const rows = quantiseRows(fc1, FEATURES);
  const packed = new Int16Array(net.memory.buffer, net.fc1Packed.value, fc1.length);
  layOutLinear(rows.weight, FEATURES, tile, packed);
  floats(net.fc1Unit, rows.unit);
  floats(net.fc1Bias, parameters["fc1.bias"]);
  const fc2 = new Float32Array(HIDDEN * tile);
  layOutLinear(parameters["fc2.weight"], HIDDEN, tile, fc2);
  floats(net.fc2Weight, fc2);
  floats(net.fc2Bias, parameters["fc2.bias"]);
  const [start, end] = [net.parameters.value, net.parametersEnd.value];
  return new Uint8Array(net.memory.buffer, start, end - start);
}

/**
 * Lays out a convolution's weights as kernels/net/convPool.ts reads them.
 *
 * @param pairs a channel's window as columns of five pairs each
 */
function layOut(channels: QuantisedChannel[], pairs: (weight: number[]) => Pair[][]): number[] {
  const columns = channels.map(({ weight }) => pairs(weight));
  const laidOut: number[] = [];
  for (let c = 0; c < channels.length; c += 2) {
    columns[c].forEach((column, i) => {
      for (const [first, second] of [...column, ...columns[c + 1][i]]) {
        laidOut.push((second << 16) | (first & 0xffff));
      }
    });
  }
  return laidOut;
}

/** Floats whose fourth byte is 0, which compress to three: they are off by 2⁻¹⁷ of themselves at most. */
function inThreeBytes(values: Float32Array): Float32Array {
  const rounded = values.slice();
  const bits = new Uint32Array(rounded.buffer);
  for (let i = 0; i < bits.length; i++) bits[i] = (bits[i] + 0x80) & ~0xff;
  return rounded;
}

/** Two weights that are multiplied at once. */
type Pair = [first: number, second: number];

/** A window in one channel: columns 0 and 1, 2 and 3, 4 and nothing. */
function pairAcross(weight: number[]): Pair[][] {
  const at = (y: number, x: number) => (x < WINDOW ? weight[WINDOW * y + x] : 0);
  return ROWS.filter((x) => x % 2 === 0).map((x) => ROWS.map((y) => [at(y, x), at(y, x + 1)]));
}

/** A window in two channels: column by column, the same place in both. */
function pairChannels(weight: number[]): Pair[][] {
  const at = (channel: number, y: number, x: number) => weight[(WINDOW * channel + y) * WINDOW + x];
  return ROWS.map((x) => ROWS.map((y) => [at(0, y, x), at(1, y, x)]));
}

/** Transposes a linear layer's weights, a tile of outputs at a time, as kernels/net/linear.ts reads them. */
function layOutLinear<Values extends Float32Array | Int16Array>(
  weight: Values,
  inputs: number,
  tile: number,
  laidOut: Values,
): void {
  weight.forEach((w, i) => {
    const [output, input] = [Math.floor(i / inputs), i % inputs];
    const [group, lane] = [Math.floor(output / tile), output % tile];
    laidOut[(group * inputs + input) * tile + lane] = w;
  });
}
