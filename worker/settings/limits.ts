import { check, checkNames } from "./Setting.ts";
import { table } from "./table.ts";

/** What a request may ask for, and all together; every limit is a whole number, 1 or more. */
export interface Limits {
  /** Bytes of a request's body. */
  maxBodyBytes: number;
  /** Pixels, width × height, of a request's PNGs together; of 16 bits a sample, each counts as four. */
  maxPixels: number;
  /** Of these, pixels of interlaced ones, whose passes come back to every part of the image. */
  maxInterlacedPixels: number;
  /** Pixels of a request's JPEGs together. */
  maxJpegPixels: number;
  /** Of these, pixels of progressive ones, at 4:2:0 and ten scans; with more they count more. */
  maxProgressivePixels: number;
  /** Pixels along an image's longer side. */
  maxSide: number;
  /** Parts of a multipart body, images or not. */
  maxParts: number;
  /** Digits of an image, where all are read. */
  maxDigits: number;
  /** Work that it takes to find what is written in a request's images, in millionths of a second or so. */
  maxWork: number;
  /** Images of a request's tensor. */
  maxBatch: number;
  /** Seconds in which the body has to arrive. */
  maxBodySeconds: number;
  /** Bytes of the bodies that all requests hold at once. */
  maxBytesInFlight: number;
}

/** The limits where nothing else is said. */
export const defaultLimits: Readonly<Limits> = {
  maxBodyBytes: table.maxBodyBytes.default,
  maxPixels: table.maxPixels.default,
  maxInterlacedPixels: table.maxInterlacedPixels.default,
  maxJpegPixels: table.maxJpegPixels.default,
  maxProgressivePixels: table.maxProgressivePixels.default,
  maxSide: table.maxSide.default,
  maxParts: table.maxParts.default,
  maxDigits: table.maxDigits.default,
  maxWork: table.maxWork.default,
  maxBatch: table.maxBatch.default,
  maxBodySeconds: table.maxBodySeconds.default,
  maxBytesInFlight: table.maxBytesInFlight.default,
};

const limitNames = Object.keys(defaultLimits) as (keyof Limits)[];

/**
 * The limits given, and the defaults of the others.
 *
 * @throws Error for an unknown name or a value that is not a limit, such as NaN, which would let
 *   everything pass
 */
export function completeLimits(given: Partial<Limits>): Limits {
  checkNames("limit", Object.keys(given), limitNames);
  const complete = { ...defaultLimits, ...given };
  for (const name of limitNames) check(name, table[name], complete[name]);
  if (complete.maxBytesInFlight < complete.maxBodyBytes) {
    throw new Error(
      `maxBytesInFlight is ${complete.maxBytesInFlight}. It must be at least maxBodyBytes, ` +
        `${complete.maxBodyBytes}: no body of that size could be read.`,
    );
  }
  return complete;
}
