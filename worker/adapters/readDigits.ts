import type { Classifier } from "../classifier/classifier.ts";
import { type Reading, type Recogniser, read } from "../recognise.ts";
import { completeLimits } from "../settings/limits.ts";
import { checkFile } from "./checkFile.ts";
import type { ImageOptions } from "./pixelsFromImage.ts";

/** How the digits of an image file are read. */
export interface ReadOptions extends Pick<ImageOptions, "decodeJpeg"> {
  /** The largest image that is read, the most digits, and the most work that they take; by default as the service. */
  limits?: Partial<Recogniser["limits"]>;
  /**
   * Leaves out digits of a smaller probability, 0 … 1.
   * @default 0
   */
  threshold?: number;
}

/**
 * Reads every digit that an image file shows, in reading order.
 *
 * @param file a PNG of any colour type and depth or, with `decodeJpeg`, a JPEG
 * @throws InputError 400 if it is neither or broken, 413 over a limit, 422 if no digit can be made
 *   out; TypeError if it is called wrongly
 * @example
 * ```ts
 * const { text, lines } = readDigits(await readFile("numbers.png"), classifier);
 * ```
 */
export function readDigits(
  file: Uint8Array,
  classifier: Classifier,
  { threshold = 0, limits = {}, decodeJpeg }: ReadOptions = {},
): Reading {
  checkFile(file);
  if (!(threshold >= 0 && threshold <= 1)) {
    throw new TypeError(`threshold is ${JSON.stringify(threshold)}, not a number from 0 to 1`);
  }
  const recogniser = { classifier, limits: completeLimits(limits), decodeJpeg };
  const [reading] = read([file], recogniser, threshold);
  return reading;
}
