/**
 * The service and its parts, for whatever runs WebAssembly and knows `Request` and `Response`.
 *
 * @module
 */

export { type DigitFromPngOptions, digitFromPng } from "../../adapters/pixelsFromImage.ts";
export { type AppOptions, createApp } from "../../app.ts";
export {
  type Classification,
  type Classifier,
  type ClassifierParts,
  createClassifier,
} from "../../classifier/classifier.ts";
export type { ModelMetadata } from "../../classifier/packedWeights.ts";
export { InputError, type RefusalStatus } from "../../errors/InputError.ts";
export type { Log, LogLine } from "../../http/log.ts";
export type { Doors, RateLimiter } from "../../settings/access.ts";
export type { Info } from "../../settings/info.ts";
export { defaultLimits, type Limits } from "../../settings/limits.ts";
export { type AssetFile, type AssetList, type Assets, assetsFrom } from "../../site/assets.ts";
export type { Normalize } from "../../writing/toPixels.ts";
