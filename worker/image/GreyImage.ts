/** A decoded image. Row-major, one byte a pixel in each plane. */
export interface GreyImage {
  width: number;
  height: number;
  /** 0 black … 255 white, not premultiplied by alpha. */
  grey: Uint8Array;
  /** 0 clear … 255 opaque; null where every pixel is opaque. */
  alpha: Uint8Array | null;
}
