import type { Classifier } from "../../classifier/classifier.ts";
import type { JpegDecoder } from "../../image/jpeg/bindJpegDecoder.ts";
import { ranking } from "../../protocols/ranking.ts";
import type { Reading } from "../../recognise.ts";
import { classifyImage } from "../classifyImage.ts";
import { readDigits } from "../readDigits.ts";
import type { Options } from "./options.ts";

/** With what pictures are read. */
export interface Tools {
  classifier: Classifier;
  decodeJpeg: JpegDecoder;
}

/** What the command does with each picture. */
export interface Mode<Result extends object> {
  work(bytes: Uint8Array): Result;
  /** The lines that are printed of a file's result. */
  linesOf(file: string, result: Result): string[];
}

/** A digit and how probable it is, 0 … 1. */
interface Prediction {
  digit: number;
  probability: number;
}

/** More PNG pixels and more work than a request may have: nobody else waits here. */
const LIMITS = {
  maxPixels: 64 * 1024 * 1024,
  maxInterlacedPixels: 16 * 1024 * 1024,
  maxWork: 10_000_000,
};

/** Tells the likeliest digits: `7.png: 7 0.9969, 9 0.0016`. */
export function classifying(
  { classifier, decodeJpeg }: Tools,
  { top, normalize }: Options,
): Mode<{ predictions: Prediction[] }> {
  return {
    work(bytes) {
      const options = { normalize, limits: LIMITS, decodeJpeg };
      const { probabilities } = classifyImage(bytes, classifier, options);
      const predictions = ranking(probabilities)
        .slice(0, top)
        .map((digit) => ({ digit, probability: probabilities[digit] }));
      return { predictions };
    },
    linesOf(file, { predictions }) {
      const found = predictions.map(
        ({ digit, probability }) => `${digit} ${probability.toFixed(4)}`,
      );
      return [`${file}: ${found.join(", ")}`];
    },
  };
}

/** Reads every digit: `90210`, a line for each in the picture, behind the file's name if `isNamed`. */
export function reading({ classifier, decodeJpeg }: Tools, isNamed: boolean): Mode<Reading> {
  return {
    work: (bytes) => readDigits(bytes, classifier, { limits: LIMITS, decodeJpeg }),
    linesOf: (file, { lines }) => lines.map(({ text }) => (isNamed ? `${file}: ${text}` : text)),
  };
}
