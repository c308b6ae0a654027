import type { Classification, Classifier } from "./classifier/classifier.ts";
import { InputError } from "./errors/InputError.ts";
import { concat } from "./http/concat.ts";
import { type Trace, untraced } from "./http/trace.ts";
import { decodeImage } from "./image/decodeImage.ts";
import type { Limits } from "./settings/limits.ts";
import { type Normalize, toPixels } from "./writing/toPixels.ts";

/**
 * The pipeline from PNG files to their digits.
 *
 * @param limits of which `maxPixels` holds for the images together
 * @param normalize as toPixels takes it
 * @param trace of the stages
 * @throws InputError for the first image that cannot be served; of several it says which
 */
export function recognise(
  pngs: Uint8Array[],
  classifier: Classifier,
  limits: Pick<Limits, "maxPixels" | "maxSide">,
  normalize: Normalize = "auto",
  trace: Trace = untraced,
): Classification[] {
  let maxPixels = limits.maxPixels;
  const digits = pngs.map((png, i) => {
    try {
      const image = trace(
        "png",
        () => decodeImage(png, { maxPixels, maxSide: limits.maxSide }),
        ({ width, height }) => ({ bytes: png.length, width, height }),
      );
      maxPixels -= image.width * image.height;
      return trace("digit", () => toPixels(image, normalize));
    } catch (error) {
      if (!(error instanceof InputError) || pngs.length === 1) throw error;
      throw new InputError(error.status, `Image ${i + 1} of ${pngs.length}: ${error.message}`);
    }
  });
  const pixels = digits.length === 1 ? digits[0] : concat(digits);
  return trace(
    "net",
    () => classifier.classifyBatch(pixels, pngs.length),
    ({ length }) => ({ images: length }),
  );
}
