import { wholeNumber } from "./parsers.ts";
import { check, checkNames } from "./Setting.ts";
import { table } from "./table.ts";

/** What one request may ask for; every limit is a whole number, 1 or more. */
export interface Limits {
  /** Bytes of a request's body. */
  maxBodyBytes: number;
  /** Pixels, width × height, of a request's PNGs together. */
  maxPixels: number;
  /** Pixels of a request's JPEGs together. */
  maxJpegPixels: number;
  /** Of these, pixels of progressive ones, at 4:2:0 and ten scans; with more they count more. */
  maxProgressivePixels: number;
  /** Pixels along an image's longer side. */
  maxSide: number;
  /** Parts of a multipart body, images or not. */
  maxParts: number;
  /** Images of a request's tensor. */
  maxBatch: number;
}

/** The limits where nothing else is said. */
export const defaultLimits: Readonly<Limits> = {
  maxBodyBytes: table.maxBodyBytes.default,
  maxPixels: table.maxPixels.default,
  maxJpegPixels: table.maxJpegPixels.default,
  maxProgressivePixels: table.maxProgressivePixels.default,
  maxSide: table.maxSide.default,
  maxParts: table.maxParts.default,
  maxBatch: table.maxBatch.default,
};

/**
 * The limits given, and the defaults of the others.
 *
 * @throws Error for an unknown name or a value that is not a limit, such as NaN, which would let
 *   everything pass
 */
export function completeLimits(given: Partial<Limits>): Limits {
  checkNames("limit", Object.keys(given), Object.keys(defaultLimits));
  const complete = { ...defaultLimits, ...given };
  for (const [name, value] of Object.entries(complete)) check(name, wholeNumber, value);
  return complete;
}
