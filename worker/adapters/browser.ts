import {
  type Classifier,
  createClassifier as createClassifierFrom,
} from "../classifier/classifier.ts";
import { type ClassifierFiles, classifierFiles } from "./files.ts";

export type { ClassifierFiles };

/**
 * The classifier in a browser: fetches kernels and weights, and asks for nothing after that.
 *
 * @param files where they are served, if not beside this module
 * @throws Error if a file is not there, or the browser runs no WebAssembly SIMD
 * @example
 * ```ts
 * const classifier = await createClassifier();
 * const png = new Uint8Array(await file.arrayBuffer());
 * const { digit, probability } = classifier.classify(digitFromPng(png));
 * ```
 */
export async function createClassifier(
  files: ClassifierFiles = classifierFiles(),
): Promise<Classifier> {
  const [kernels, weights] = await Promise.all([load(files.kernels), load(files.weights)]);
  // Not compileStreaming, which asks for a Content-Type that not every server knows.
  return createClassifierFrom({ kernels: await WebAssembly.compile(kernels), weights });
}

async function load(url: URL): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname} answers ${response.status}`);
  return response.arrayBuffer();
}
