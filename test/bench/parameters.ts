import { readFileSync } from "node:fs";
import { readWeights, type Weights } from "../../weights/parameters.ts";

/** MyConvNet's parameters in floats, as they were trained: for other engines than the kernels. */
export type Parameters = Weights["parameters"];

/** Reads the parameters of the model that the service serves. */
export function readParameters(): Parameters {
  const file = new URL("../../weights/mnist-classifier.safetensors", import.meta.url);
  return readWeights(new Uint8Array(readFileSync(file)).buffer).parameters;
}
