/**
 * The classifier for browsers, with all that it needs: one module that a page loads as it is.
 *
 * @module
 */
export { type ClassifierFiles, createClassifier } from "../../adapters/browser.ts";
export type { Classification, Classifier } from "../../classifier/classifier.ts";
export type { ModelMetadata } from "../../classifier/packedWeights.ts";
export { type DigitFromPngOptions, digitFromPng } from "../../digitFromPng.ts";
export { InputError, type RefusalStatus } from "../../errors.ts";
export type { Normalize } from "../../image/digit.ts";
export { defaultLimits, type Limits } from "../../limits.ts";
