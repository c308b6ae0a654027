import type { Classifier } from "../classifier/classifier.ts";
import { type ClassifierFiles, fetchClassifier } from "../classifier/fetchClassifier.ts";
import { classifierFiles } from "./files.ts";

export type { ClassifierFiles };

/**
 * The classifier in a browser: fetches kernels and weights, and asks for nothing after that.
 *
 * @param files where they are served, if not beside this module
 * @throws Error if a file is not there, or the browser runs no WebAssembly SIMD
 * @example
 * ```ts
 * const classifier = await createClassifier();
 * const file = new Uint8Array(await input.files[0].arrayBuffer());
 * const { digit, probability } = classifyImage(file, classifier);
 * ```
 */
export function createClassifier(files: ClassifierFiles = classifierFiles()): Promise<Classifier> {
  return fetchClassifier(files);
}
