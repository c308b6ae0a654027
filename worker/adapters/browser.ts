import type { Classifier } from "../classifier/classifier.ts";
import { type ClassifierFiles, fetchClassifier, fetchFile } from "../classifier/fetchClassifier.ts";
import { bindJpegDecoder, type JpegDecoder } from "../image/jpeg/bindJpegDecoder.ts";
import { classifierFiles, jpegTurboFile } from "./files.ts";

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

/**
 * The JPEG decoder in a browser: fetches libjpeg-turbo.
 *
 * @param file where it is served, if not beside this module
 * @throws Error if it is not there
 * @example
 * ```ts
 * const decodeJpeg = await createJpegDecoder();
 * const { digit } = classifyImage(file, classifier, { decodeJpeg });
 * ```
 */
export async function createJpegDecoder(file: URL = jpegTurboFile()): Promise<JpegDecoder> {
  return bindJpegDecoder(await WebAssembly.compile(await fetchFile(file)));
}
