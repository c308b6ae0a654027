import { WINDOW } from "../../weights/parameters.ts";
import { SIDE } from "../../worker/writing/form/side.ts";
import type { Parameters } from "./parameters.ts";

/** Values [channels][side][side], row-major. */
interface Tensor {
  values: Float32Array;
  channels: number;
  side: number;
}

/**
 * MyConvNet in plain JavaScript, one multiplication at a time: what the kernels compute, and what
 * they are measured against.
 *
 * @returns a function from grey levels [28][28] to logits [10]
 */
export function naiveNet(parameters: Parameters): (pixels: Uint8Array) => Float32Array {
  return (pixels) => {
    const image = { values: normalise(pixels), channels: 1, side: SIDE };
    const first = convolve(image, parameters["conv1.weight"], parameters["conv1.bias"]);
    const second = convolve(
      maxPool(relu(first)),
      parameters["conv2.weight"],
      parameters["conv2.bias"],
    );
    const features = maxPool(relu(second));
    const hidden = linear(features.values, parameters["fc1.weight"], parameters["fc1.bias"]);
    for (let i = 0; i < hidden.length; i++) hidden[i] = Math.max(0, hidden[i]);
    return linear(hidden, parameters["fc2.weight"], parameters["fc2.bias"]);
  };
}

/** Grey levels to −1 … 1, as the seed's ToTensor and Normalize(0.5, 0.5) do. */
function normalise(pixels: Uint8Array): Float32Array {
  const values = new Float32Array(pixels.length);
  for (let i = 0; i < pixels.length; i++) values[i] = (pixels[i] / 255 - 0.5) / 0.5;
  return values;
}

/**
 * PyTorch's `conv2d`, without padding.
 *
 * @param weight [outputs][channels][5][5]
 */
function convolve(input: Tensor, weight: Float32Array, bias: Float32Array): Tensor {
  const { values: inputs, channels, side } = input;
  const outSide = side - WINDOW + 1;
  const values = new Float32Array(bias.length * outSide * outSide);
  let at = 0;
  for (let output = 0; output < bias.length; output++) {
    for (let y = 0; y < outSide; y++) {
      for (let x = 0; x < outSide; x++) {
        let sum = bias[output];
        let w = output * channels * WINDOW * WINDOW;
        for (let channel = 0; channel < channels; channel++) {
          for (let dy = 0; dy < WINDOW; dy++) {
            const row = (channel * side + y + dy) * side + x;
            for (let dx = 0; dx < WINDOW; dx++) sum += weight[w++] * inputs[row + dx];
          }
        }
        values[at++] = sum;
      }
    }
  }
  return { values, channels: bias.length, side: outSide };
}

function relu(tensor: Tensor): Tensor {
  const { values } = tensor;
  for (let i = 0; i < values.length; i++) values[i] = Math.max(0, values[i]);
  return tensor;
}

/** PyTorch's `max_pool2d` over squares of 2×2. */
function maxPool({ values, channels, side }: Tensor): Tensor {
  const half = side / 2;
  const pooled = new Float32Array(channels * half * half);
  let at = 0;
  for (let row = 0; row < channels * half; row++) {
    for (let column = 0; column < half; column++) {
      const top = 2 * row * side + 2 * column;
      const bottom = top + side;
      pooled[at++] = Math.max(values[top], values[top + 1], values[bottom], values[bottom + 1]);
    }
  }
  return { values: pooled, channels, side: half };
}

/**
 * PyTorch's `linear`.
 *
 * @param weight [outputs][inputs]
 */
function linear(input: Float32Array, weight: Float32Array, bias: Float32Array): Float32Array {
  const outputs = new Float32Array(bias.length);
  let w = 0;
  for (let output = 0; output < bias.length; output++) {
    let sum = bias[output];
    for (let i = 0; i < input.length; i++) sum += weight[w++] * input[i];
    outputs[output] = sum;
  }
  return outputs;
}
