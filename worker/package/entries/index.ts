/**
 * The service and its parts, for whatever runs WebAssembly and knows `Request` and `Response`.
 *
 * @module
 */
export { classifyImage } from "../../adapters/classifyImage.ts";
export {
  digitFromPng,
  type ImageOptions,
  pixelsFromImage,
} from "../../adapters/pixelsFromImage.ts";
export { type ReadOptions, readDigits } from "../../adapters/readDigits.ts";
export { type AppOptions, createApp } from "../../app.ts";
export { InputError, type RefusalStatus } from "../../errors/InputError.ts";
export type { Log, LogLine } from "../../http/log.ts";
export { bindJpegDecoder, type JpegDecoder } from "../../image/jpeg/bindJpegDecoder.ts";
export type { ReadDigit, Reading, ReadLine } from "../../recognise.ts";
export type { Access } from "../../settings/access.ts";
export type { Info } from "../../settings/info.ts";
export { defaultLimits, type Limits } from "../../settings/limits.ts";
export type { RateLimiter } from "../../settings/RateLimiter.ts";
export { type AssetFile, type AssetList, type Assets, assetsFrom } from "../../site/assets.ts";
export type { Normalize } from "../../writing/toPixels.ts";
export * from "./classifier.ts";
