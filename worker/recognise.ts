import type { Classification, Classifier } from "./classifier/classifier.ts";
import { judgeOf } from "./classifier/judge.ts";
import { PIXELS } from "./classifier/kernels.ts";
import { InputError } from "./errors/InputError.ts";
import type { SizeLimits } from "./image/checkSize.ts";
import { decodeNext } from "./image/decodeImage.ts";
import { freeBytes } from "./image/freeBytes.ts";
import type { DecodedImage } from "./image/GreyImage.ts";
import type { JpegDecoder } from "./image/jpeg/bindJpegDecoder.ts";
import { isJpeg } from "./image/jpeg/signature.ts";
import { pixelDecoder } from "./image/png/decodeInKernels.ts";
import type { Limits } from "./settings/limits.ts";
import { Arena } from "./writing/Arena.ts";
import { boundWork } from "./writing/boundWork.ts";
import type { Judge } from "./writing/Judge.ts";
import { segment } from "./writing/lines/cuts/segment.ts";
import { type DetectionBox, detectionBox } from "./writing/lines/detectionBox.ts";
import { findLines } from "./writing/lines/findLines.ts";
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
  /** Whose pixels and work are those of the images together, and whose digits those of each. */
  limits: SizeLimits & Pick<Limits, "maxDigits" | "maxWork">;
  /** Without it, JPEGs are refused. */
  decodeJpeg?: JpegDecoder | undefined;
}

/** A digit of several in a picture. */
export interface ReadDigit {
  /** 0 … 9. */
  prediction: number;
  /** That there is a digit, and this one: 0 … 1. */
  probability: number;
  /** In the upright picture. */
  detection_box: DetectionBox;
}

/** A line of digits, from left to right. */
export interface ReadLine {
  text: string;
  digits: ReadDigit[];
}

/** What is written in a picture. */
export interface Reading {
  /** The lines from top to bottom, each after the other with a line feed between them. */
  text: string;
  /** That all its digits are right, 0 … 1. */
  probability: number;
  lines: ReadLine[];
}

/** The digits of a reading, in its order. */
export function digitsOf({ lines }: Reading): number[] {
  return lines.flatMap(({ digits }) => digits.map(({ prediction }) => prediction));
}

/**
 * The pipeline from image files to the digit in each.
 *
 * @param normalize as toPixels takes it
 * @param trace of the stages
 * @throws InputError for the first image that cannot be served; of several it says which. Any other
 *   error is a fault of the pipeline, and says so too.
 */
export function recognise(
  files: Uint8Array[],
  recogniser: Recogniser,
  normalize: Normalize = "auto",
  trace: Trace = () => {},
): Classification[] {
  const { classifier, limits } = recogniser;
  const judge = judgeOf(classifier, { work: boundWork(limits.maxWork) });
  const pixels = new Uint8Array(files.length * PIXELS);
  decodeEach(files, recogniser, trace, (image, i) => {
    pixels.set(toPixels(image, normalize, judge), i * PIXELS);
  });
  const classifications = classifier.classifyBatch(pixels);
  trace({ stage: "net", images: files.length });
  return classifications;
}

/**
 * The pipeline from image files to every digit in each, in reading order.
 *
 * @param threshold leaves out digits of a smaller probability, 0 … 1
 * @param trace of the stages
 * @throws as recognise does; InputError 422 for an image in which no digit can be made out, 413 for
 *   one in which there are too many, or more that may be digits than is looked at in all images together
 */
export function read(
  files: Uint8Array[],
  recogniser: Recogniser,
  threshold = 0,
  trace: Trace = () => {},
): Reading[] {
  const work = boundWork(recogniser.limits.maxWork);
  return decodeEach(files, recogniser, trace, (image) => {
    const arena = new Arena();
    try {
      const judge = judgeOf(recogniser.classifier, { work, arena });
      const reading = readLines(image, judge, recogniser, threshold);
      trace({ stage: "lines", lines: reading.lines.length, digits: digitsOf(reading).length });
      return reading;
    } finally {
      arena.free();
    }
  });
}

/** @param use of an image, which is freed afterwards */
function decodeEach<T>(
  files: Uint8Array[],
  { classifier, limits, decodeJpeg }: Recogniser,
  trace: Trace,
  use: (image: DecodedImage, i: number) => T,
): T[] {
  const left = { ...limits };
  const decodePixels = pixelDecoder(classifier.kernels);
  return files.map((file, i) => {
    try {
      const image = decodeNext(file, left, decodePixels, decodeJpeg);
      const { width, height } = image.stored;
      const format = isJpeg(file) ? "jpeg" : "png";
      trace({ stage: "image", format, bytes: file.length, width, height });
      try {
        return use(image, i);
      } finally {
        freeBytes(image.grey);
        if (image.alpha) freeBytes(image.alpha);
      }
    } catch (error) {
      const which = `Image ${i + 1} of ${files.length}`;
      if (!(error instanceof InputError)) throw new Error(`${which} is not read`, { cause: error });
      if (files.length === 1) throw error;
      throw new InputError(error.status, `${which}: ${error.message}`);
    }
  });
}

function readLines(
  image: DecodedImage,
  judge: Judge,
  { classifier, limits: { maxDigits } }: Recogniser,
  threshold: number,
): Reading {
  const { flat, lines, refusal } = findLines(image, judge, segment);
  freeBytes(flat.levels);
  if (refusal) throw new InputError(422, refusal);
  const count = lines.flat().length;
  if (count > maxDigits) {
    throw new InputError(413, `The image has ${count} digits; ${maxDigits} are read. Cut it up.`);
  }
  const read = lines
    .map((line): ReadDigit[] =>
      line
        .map(({ box, pixels, certainty }) => {
          const { digit, probability } = classifier.classify(pixels);
          return {
            prediction: digit,
            probability: probability * certainty,
            detection_box: detectionBox(box, flat),
          };
        })
        .filter(({ probability }) => probability >= threshold),
    )
    .filter((digits) => digits.length > 0)
    .map((digits): ReadLine => ({ text: textOf(digits), digits }));
  return {
    text: read.map(({ text }) => text).join("\n"),
    probability: read
      .flatMap(({ digits }) => digits)
      .reduce((product, { probability }) => product * probability, 1),
    lines: read,
  };
}

function textOf(digits: ReadDigit[]): string {
  return digits.map(({ prediction }) => prediction).join("");
}
