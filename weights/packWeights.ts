import { writePackedWeights } from "../worker/classifier/packedWeights.ts";
import { layOutParameters } from "./layOut.ts";
import { readWeights } from "./parameters.ts";

/**
 * Does once, in the build, what each start would have to do: quantises the weights, lays them out as
 * the kernels read them, and saves the memory that this makes.
 *
 * @param kernels build/kernels.wasm, compiled
 * @param file a safetensors file with MyConvNet's weights
 * @returns a file that createClassifier reads
 * @throws Error if the weights are not MyConvNet's
 */
export function packWeights(kernels: WebAssembly.Module, file: ArrayBuffer): Uint8Array {
  const { metadata, parameters } = readWeights(file);
  return writePackedWeights({ metadata, parameters: layOutParameters(kernels, parameters) });
}
