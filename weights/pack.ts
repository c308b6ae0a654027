/**
 * Packs the weights that verify.ts has put into build/ for the kernels that lie there.
 *
 * `node weights/pack.ts`
 */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { packWeights } from "./packWeights.ts";

const build = join(dirname(import.meta.dirname), "build");
const output = join(build, "mnist-classifier.bin");

const kernels = new WebAssembly.Module(readFileSync(join(build, "kernels.wasm")));
const weights = new Uint8Array(readFileSync(join(build, "mnist-classifier.safetensors")));
const packed = packWeights(kernels, weights.buffer);

// Beside the file, then renamed: several builds may run at once.
writeFileSync(`${output}.${process.pid}`, packed);
renameSync(`${output}.${process.pid}`, output);
console.log(`weights: build/mnist-classifier.bin packed, ${packed.length} bytes`);
