import type { Classification, Classifier } from "./classifier/classifier.ts";
import { toDigit } from "./image/digit.ts";
import { decodePng } from "./image/png.ts";
import type { Limits } from "./limits.ts";

/** The pipeline from a PNG file's bytes to its digit. */
export function recognise(png: Uint8Array, classifier: Classifier, limits: Limits): Classification {
  return classifier.classify(toDigit(decodePng(png, limits)));
}
