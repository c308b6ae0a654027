/**
 * The service and its parts, for whatever runs WebAssembly and knows `Request` and `Response`.
 *
 * @module
 */
export { type AppOptions, createApp } from "../../app.ts";
export { type AssetFile, type AssetList, type Assets, assetsFrom } from "../../assets.ts";
export {
  type Classification,
  type Classifier,
  type ClassifierParts,
  createClassifier,
} from "../../classifier/classifier.ts";
export type { ModelMetadata } from "../../classifier/packedWeights.ts";
export { type DigitFromPngOptions, digitFromPng } from "../../digitFromPng.ts";
export type { Doors, RateLimiter } from "../../doors.ts";
export { InputError, type RefusalStatus } from "../../errors.ts";
export type { Normalize } from "../../image/digit.ts";
export type { Info } from "../../info.ts";
export { defaultLimits, type Limits } from "../../limits.ts";
export type { Log, LogLine } from "../../middleware/log.ts";
