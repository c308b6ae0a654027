import type { Classifier } from "../classifier/classifier.ts";
import { judgeOf } from "../classifier/judge.ts";
import type { SizeLimits } from "../image/checkSize.ts";
import { decodeImage } from "../image/decodeImage.ts";
import type { JpegDecoder } from "../image/jpeg/bindJpegDecoder.ts";
import { completeLimits } from "../settings/limits.ts";
import { noJudge } from "../writing/plainSteps.ts";
import { NORMALIZE, type Normalize, toPixels } from "../writing/toPixels.ts";
import { checkFile } from "./checkFile.ts";

/** How an image file is read. */
export interface ImageOptions {
  /**
   * Which images are brought to MNIST's form: `auto`, those that need it; `always`, `never`.
   * @default "auto"
   */
  normalize?: Normalize;
  /**
   * Tells writing from other things in the picture, and brings the kernels that decode PNGs: pass the one
   * that will read it. Without it, shapes alone have to tell, and decoding takes several times as long.
   */
  classifier?: Classifier;
  /** The largest image that is decoded, in pixels and along its longer side; by default as the service. */
  limits?: Partial<SizeLimits>;
  /** As createJpegDecoder or bindJpegDecoder makes it; without it JPEGs are refused. */
  decodeJpeg?: JpegDecoder | undefined;
}

/**
 * Makes the classifier's input of an image file.
 *
 * @param file a PNG of any colour type and depth or, with `decodeJpeg`, a JPEG
 * @returns 784 grey levels [28][28], row-major, light ink on a dark ground
 * @throws InputError 400 if it is neither or broken, 413 over a limit, 422 if no digit can be made
 *   out; TypeError if it is called wrongly
 * @example
 * ```ts
 * const { digit, probability } = classifier.classify(pixelsFromImage(file, { classifier }));
 * ```
 */
export function pixelsFromImage(
  file: Uint8Array,
  { normalize = "auto", classifier, limits = {}, decodeJpeg }: ImageOptions = {},
): Uint8Array {
  checkFile(file);
  if (!NORMALIZE.includes(normalize)) {
    throw new TypeError(`normalize is ${JSON.stringify(normalize)}, not ${NORMALIZE.join(", ")}`);
  }
  const judge = classifier ? judgeOf(classifier) : noJudge;
  const image = decodeImage(file, completeLimits(limits), decodeJpeg, classifier?.kernels);
  return toPixels(image, normalize, judge);
}

/** @deprecated Renamed to `pixelsFromImage`; goes with version 0.3. */
export const digitFromPng = pixelsFromImage;
