import {
  type Classifier,
  createClassifier as createClassifierFrom,
} from "../classifier/classifier.ts";

/** Where a browser finds what the build has made. */
export interface ClassifierFiles {
  /** Of kernels.wasm, served as application/wasm. */
  kernels: URL;
  /** Of mnist-classifier.bin. */
  weights: URL;
}

/**
 * The classifier in a browser: fetches kernels and weights, and asks for nothing after that.
 *
 * @throws Error if a file is not there, or the browser runs no WebAssembly SIMD
 */
export async function createClassifier(files: ClassifierFiles): Promise<Classifier> {
  const [kernels, weights] = await Promise.all([
    WebAssembly.compileStreaming(load(files.kernels)),
    load(files.weights).then((response) => response.arrayBuffer()),
  ]);
  return createClassifierFrom({ kernels, weights });
}

async function load(url: URL): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname} answers ${response.status}`);
  return response;
}
