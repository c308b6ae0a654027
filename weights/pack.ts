/**
 * Packs the weights that verify.ts has put into build/ for the kernels that lie there, and stops
 * the build where the two together do not classify the samples as they should.
 *
 * `node weights/pack.ts`
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { replaceFile } from "../worker/files/replaceFile.ts";
import { packWeights } from "./packWeights.ts";
import { smokeTest } from "./smokeTest.ts";

const build = join(dirname(import.meta.dirname), "build");

try {
  const kernels = new WebAssembly.Module(readFileSync(join(build, "kernels.wasm")));
  const weights = new Uint8Array(readFileSync(join(build, "mnist-classifier.safetensors")));
  const packed = packWeights(kernels, weights.buffer);
  smokeTest(kernels, packed);
  replaceFile(join(build, "mnist-classifier.bin"), packed);
  console.log(`weights: build/mnist-classifier.bin packed, ${packed.length} bytes`);
} catch (error) {
  console.error(`weights: ${(error as Error).message}`);
  process.exitCode = 1;
}
