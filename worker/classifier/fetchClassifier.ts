import { bindClassifier, type Classifier } from "./classifier.ts";

/** Where the classifier's files are. */
export interface ClassifierFiles {
  /** Of kernels.wasm. */
  kernels: URL;
  /** Of mnist-classifier.bin. */
  weights: URL;
}

/**
 * Fetches kernels and weights, and binds them.
 *
 * @throws Error if a file is not there, or the browser runs no WebAssembly SIMD
 */
export async function fetchClassifier(files: ClassifierFiles): Promise<Classifier> {
  const [kernels, weights] = await Promise.all([
    fetchFile(files.kernels),
    fetchFile(files.weights),
  ]);
  // Not compileStreaming, which needs a Content-Type that not every server knows.
  return bindClassifier({ kernels: await WebAssembly.compile(kernels), weights });
}

/**
 * Fetches a file whole.
 *
 * @throws Error if it is not there
 */
export async function fetchFile(url: URL): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname} answers ${response.status}`);
  return response.arrayBuffer();
}
