/** What one request may ask for. */
export interface Limits {
  /** Bytes of a request's body. */
  maxBodyBytes: number;
  /** Pixels, width × height, of a request's images together. */
  maxPixels: number;
  /** Pixels along an image's longer side. */
  maxSide: number;
  /** Images in one request. */
  maxParts: number;
}

/**
 * The limits where nothing else is said. An image of a million pixels needs at most 8 bytes for
 * each when inflated (16-bit RGBA) and a few more while it is decoded: tens of MB of the 128 MB
 * that a Worker has.
 */
export const defaultLimits: Readonly<Limits> = {
  maxBodyBytes: 4 * 1024 * 1024,
  maxPixels: 1024 * 1024,
  maxSide: 4096,
  maxParts: 16,
};
