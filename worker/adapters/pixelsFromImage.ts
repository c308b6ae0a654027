import { decodeImage } from "../image/decodeImage.ts";
import { completeLimits, type Limits } from "../settings/limits.ts";
import { NORMALIZE, type Normalize, toPixels } from "../writing/toPixels.ts";

/** How digitFromPng reads a file. */
export interface DigitFromPngOptions {
  /**
   * Which images are brought to MNIST's form: `auto`, those that need it; `always`, `never`.
   * @default "auto"
   */
  normalize?: Normalize;
  /** The largest image that is decoded; by default 1,048,576 pixels, 4,096 to a side. */
  limits?: Partial<Pick<Limits, "maxPixels" | "maxSide">>;
}

/**
 * Makes the classifier's input of a PNG file of any colour type and depth.
 *
 * @returns 784 grey levels [28][28], row-major, light ink on a dark ground
 * @throws InputError 400 if it is no PNG or broken, 413 over a limit, 422 if no digit can be made
 *   out; TypeError if it is called wrongly
 * @example
 * ```ts
 * const { digit, probability } = classifier.classify(digitFromPng(png));
 * ```
 */
export function digitFromPng(
  png: Uint8Array,
  { normalize = "auto", limits = {} }: DigitFromPngOptions = {},
): Uint8Array {
  if (!ArrayBuffer.isView(png)) {
    throw new TypeError("digitFromPng takes bytes: new Uint8Array(await file.arrayBuffer())");
  }
  if (!NORMALIZE.includes(normalize)) {
    throw new TypeError(`normalize is ${JSON.stringify(normalize)}, not ${NORMALIZE.join(", ")}`);
  }
  return toPixels(decodeImage(png, completeLimits(limits)), normalize);
}
