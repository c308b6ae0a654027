/**
 * The classifier for browsers, with all that it needs: one module that a page loads as it is.
 *
 * @module
 */
export {
  type ClassifierFiles,
  createClassifier,
  createJpegDecoder,
} from "../../adapters/browser.ts";
export { classifyImage } from "../../adapters/classifyImage.ts";
export {
  digitFromPng,
  type ImageOptions,
  pixelsFromImage,
} from "../../adapters/pixelsFromImage.ts";
export { type ReadOptions, readDigits } from "../../adapters/readDigits.ts";
export { InputError, type RefusalStatus } from "../../errors/InputError.ts";
export type { JpegDecoder } from "../../image/jpeg/bindJpegDecoder.ts";
export type { ReadDigit, Reading, ReadLine } from "../../recognise.ts";
export { defaultLimits, type Limits } from "../../settings/limits.ts";
export type { Normalize } from "../../writing/toPixels.ts";
export * from "./classifier.ts";
