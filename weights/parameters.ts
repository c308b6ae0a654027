import type { ModelMetadata } from "../worker/classifier/packedWeights.ts";
import { readSafetensors, type Tensor } from "./safetensors.ts";

/** A parameter of MyConvNet. */
export type ParameterName = keyof typeof shapes;

/** MyConvNet's parameters: PyTorch's names and shapes, in the order of its state dict. */
export const shapes = {
  "conv1.weight": [2, 1, 5, 5],
  "conv1.bias": [2],
  "conv2.weight": [6, 2, 5, 5],
  "conv2.bias": [6],
  "fc1.weight": [32, 96],
  "fc1.bias": [32],
  "fc2.weight": [10, 32],
  "fc2.bias": [10],
} satisfies Record<string, number[]>;

/** Side of the convolutions' square window. */
export const WINDOW = shapes["conv1.weight"][3];

/** A model as it was trained. */
export interface Weights {
  metadata: ModelMetadata;
  /** Row-major, as in PyTorch. */
  parameters: Record<ParameterName, Float32Array>;
}

/**
 * Reads MyConvNet's weights.
 *
 * @param file a safetensors file, as weights/export.py writes it
 * @throws Error that names what is missing, unknown, wrongly shaped or not finite
 */
export function readWeights(file: ArrayBuffer): Weights {
  const { metadata, tensors } = readSafetensors(file);
  for (const name of tensors.keys()) {
    if (!Object.hasOwn(shapes, name)) throw new Error(`${name} is not a parameter of MyConvNet`);
  }
  const names = Object.keys(shapes) as ParameterName[];
  return {
    metadata: readMetadata(metadata),
    parameters: Object.fromEntries(
      names.map((name) => [name, readParameter(name, tensors.get(name))]),
    ) as Record<ParameterName, Float32Array>,
  };
}

function readParameter(name: ParameterName, tensor: Tensor | undefined): Float32Array {
  if (!tensor) throw new Error(`${name} is missing`);
  const expected = `F32 [${shapes[name].join(", ")}]`;
  const found = `${tensor.dtype} [${tensor.shape.join(", ")}]`;
  if (found !== expected) throw new Error(`${name} is ${found}, expected ${expected}`);

  const count = shapes[name].reduce((product, side) => product * side, 1);
  if (tensor.data.byteLength !== 4 * count) {
    throw new Error(`${name} has ${tensor.data.byteLength} bytes, expected ${4 * count}`);
  }
  // A copy, because a tensor may start at any byte of the file.
  const values = new Float32Array(tensor.data.slice().buffer);
  if (!values.every(Number.isFinite)) throw new Error(`${name} has a value that is not finite`);
  return values;
}

function readMetadata(metadata: Record<string, string>): ModelMetadata {
  const text = (key: keyof ModelMetadata): string => {
    const value = metadata[key];
    if (typeof value !== "string" || value === "") {
      throw new Error(`the metadata has no ${key}; weights/export.py writes it`);
    }
    return value;
  };
  return {
    id: text("id"),
    name: text("name"),
    description: text("description"),
    source: text("source"),
    license: text("license"),
  };
}
