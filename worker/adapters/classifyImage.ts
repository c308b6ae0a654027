import type { Classification, Classifier } from "../classifier/classifier.ts";
import { type ImageOptions, pixelsFromImage } from "./pixelsFromImage.ts";

/**
 * Tells which digit an image file shows.
 *
 * @throws InputError and TypeError as pixelsFromImage does
 * @example
 * ```ts
 * const { digit, probability } = classifyImage(await readFile("7.png"), classifier);
 * ```
 */
export function classifyImage(
  file: Uint8Array,
  classifier: Classifier,
  options: Omit<ImageOptions, "classifier"> = {},
): Classification {
  return classifier.classify(pixelsFromImage(file, { ...options, classifier }));
}
