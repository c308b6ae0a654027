import type { Classification, Classifier } from "./classifier/classifier.ts";
import { judgeOf } from "./classifier/judge.ts";
import { PIXELS } from "./classifier/kernels.ts";
import { InputError } from "./errors/InputError.ts";
import type { SizeLimits } from "./image/checkSize.ts";
import { decodeNext } from "./image/decodeImage.ts";
import type { JpegDecoder } from "./image/jpeg/bindJpegDecoder.ts";
import { type Normalize, toPixels } from "./writing/toPixels.ts";

/** What a stage of the pipeline has taken or made: sizes, never content. */
export interface Stage {
  stage: string;
  [size: string]: number | string;
}

/** Takes note of a stage once it is done. */
export type Trace = (stage: Stage) => void;

/** What the pipeline works with. */
export interface Recogniser {
  classifier: Classifier;
  /** Whose pixels are those of the images together. */
  limits: SizeLimits;
  /** Without it, JPEGs are refused. */
  decodeJpeg?: JpegDecoder | undefined;
}

/**
 * The pipeline from image files to their digits.
 *
 * @param normalize as toPixels takes it
 * @param trace of the stages
 * @throws InputError for the first image that cannot be served; of several it says which. Any other
 *   error is a fault of the pipeline, and says so too.
 */
export function recognise(
  files: Uint8Array[],
  { classifier, limits, decodeJpeg }: Recogniser,
  normalize: Normalize = "auto",
  trace: Trace = () => {},
): Classification[] {
  const judge = judgeOf(classifier);
  const left = { ...limits };
  const pixels = new Uint8Array(files.length * PIXELS);
  files.forEach((file, i) => {
    try {
      const image = decodeNext(file, left, decodeJpeg);
      const { width, height } = image.stored;
      trace({ stage: "image", bytes: file.length, width, height });
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
