/** An image's grey levels. Row-major, one byte a pixel in each plane. */
export interface GreyImage {
  width: number;
  height: number;
  /** 0 black … 255 white, not premultiplied by alpha. */
  grey: Uint8Array;
  /** 0 clear … 255 opaque; null where every pixel is opaque. */
  alpha: Uint8Array | null;
}

/** A decoded image: upright, and of the working size at most. */
export interface DecodedImage extends GreyImage {
  /** The size that it has in the file, before it was averaged down and turned. */
  stored: { width: number; height: number };
}
