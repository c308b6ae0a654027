import { readFile } from "node:fs/promises";
import {
  type Classifier,
  createClassifier as createClassifierFrom,
} from "../classifier/classifier.ts";

const build = new URL("../../build/", import.meta.url);

/**
 * The classifier in Node, with the kernels and weights that `npm run build` has made.
 *
 * @throws Error if there is no build
 */
export async function createClassifier(): Promise<Classifier> {
  const [kernels, weights] = await Promise.all([
    readAsset("kernels.wasm"),
    readAsset("mnist-classifier.bin"),
  ]);
  return createClassifierFrom({ kernels: await WebAssembly.compile(kernels), weights });
}

async function readAsset(name: string): Promise<ArrayBuffer> {
  const bytes = await readFile(new URL(name, build)).catch(() => {
    throw new Error(`build/${name} is missing: run \`npm run build\` first`);
  });
  return new Uint8Array(bytes).buffer;
}
