import type { Classification, Classifier } from "./classifier/classifier.ts";
import { judgeOf } from "./classifier/judge.ts";
import { PIXELS } from "./classifier/kernels.ts";
import { InputError } from "./errors/InputError.ts";
import type { SizeLimits } from "./image/checkSize.ts";
import { decodeImage } from "./image/decodeImage.ts";
import { type Normalize, toPixels } from "./writing/toPixels.ts";

/** What a stage of the pipeline has taken or made: sizes, never content. */
export interface Stage {
  stage: string;
  [size: string]: number | string;
}

/** Takes note of a stage once it is done. */
export type Trace = (stage: Stage) => void;

/**
 * The pipeline from image files to their digits.
 *
 * @param limits of which `maxPixels` holds for the images together
 * @param normalize as toPixels takes it
 * @param trace of the stages
 * @throws InputError for the first image that cannot be served; of several it says which. Any other
 *   error is a fault of the pipeline, and says so too.
 */
export function recognise(
  files: Uint8Array[],
  classifier: Classifier,
  limits: SizeLimits,
  normalize: Normalize = "auto",
  trace: Trace = () => {},
): Classification[] {
  const judge = judgeOf(classifier);
  let maxPixels = limits.maxPixels;
  const pixels = new Uint8Array(files.length * PIXELS);
  files.forEach((file, i) => {
    try {
      const image = decodeImage(file, { maxPixels, maxSide: limits.maxSide });
      const { width, height } = image.stored;
      trace({ stage: "image", bytes: file.length, width, height });
      maxPixels -= width * height;
      pixels.set(toPixels(image, normalize, judge), i * PIXELS);
    } catch (error) {
      const which = `Image ${i + 1} of ${files.length}`;
      if (!(error instanceof InputError)) throw new Error(`${which} is not read`, { cause: error });
      if (files.length === 1) throw error;
      throw new InputError(error.status, `${which}: ${error.message}`);
    }
  });
  const classifications = classifier.classifyBatch(pixels);
  trace({ stage: "net", images: files.length });
  return classifications;
}
