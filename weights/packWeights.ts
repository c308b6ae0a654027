import { writePackedWeights } from "../worker/classifier/packedWeights.ts";
import { layOutParameters } from "./layOut.ts";
import { readWeights } from "./parameters.ts";

/** Where the kernels keep their parameters: addresses in bytes. */
interface Region {
  memory: WebAssembly.Memory;
  parameters: WebAssembly.Global;
  parametersEnd: WebAssembly.Global;
}

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
  const instance = new WebAssembly.Instance(kernels);
  layOutParameters(instance, parameters);
  const region = instance.exports as unknown as Region;
  const [start, end] = [region.parameters.value, region.parametersEnd.value];
  return writePackedWeights({
    metadata,
    parameters: new Uint8Array(region.memory.buffer, start, end - start),
  });
}
