import type { Classification, Classifier } from "./classifier/classifier.ts";
import { InputError } from "./errors.ts";
import { type Normalize, toDigit } from "./image/digit.ts";
import { decodePng } from "./image/png.ts";
import type { Limits } from "./limits.ts";

/**
 * The pipeline from PNG files to their digits.
 *
 * @param limits of which `maxPixels` holds for the images together
 * @param normalize as toDigit takes it
 * @throws InputError for the first image that cannot be served; of several it says which
 */
export function recognise(
  pngs: Uint8Array[],
  classifier: Classifier,
  limits: Pick<Limits, "maxPixels" | "maxSide">,
  normalize: Normalize = "auto",
): Classification[] {
  let maxPixels = limits.maxPixels;
  return pngs.map((png, i) => {
    try {
      const image = decodePng(png, { maxPixels, maxSide: limits.maxSide });
      maxPixels -= image.width * image.height;
      return classifier.classify(toDigit(image, normalize));
    } catch (error) {
      if (!(error instanceof InputError) || pngs.length === 1) throw error;
      throw new InputError(error.status, `Image ${i + 1} of ${pngs.length}: ${error.message}`);
    }
  });
}
