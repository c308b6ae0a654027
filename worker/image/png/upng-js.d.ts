/** The part of upng-js 2.1.0 that is used; the package brings no types. */
declare module "upng-js" {
  /** What it knows of an image; it passes on what else there is. */
  interface Image {
    depth: number;
    ctype: number;
    /** Whether rows are inflated already, as they are not in a file. */
    compress: 0 | 1;
    interlace: 0 | 1;
    unfilter?: ((columns: number, rows: number) => void) | undefined;
  }

  const UPNG: {
    decode: {
      /** Inflates rows, undoes their filters in place, and joins the passes. */
      _decompress(image: Image, data: Uint8Array, columns: number, rows: number): Uint8Array;
      /**
       * Unfilters, in place, rows of so many pixels that start at byte `at`, each with its filter
       * type in front; afterwards they follow one another without it. Returns `data`.
       */
      _filterZero(
        data: Uint8Array,
        image: Image,
        at: number,
        columns: number,
        rows: number,
      ): Uint8Array;
    };
    crc: { crc(bytes: Uint8Array, offset: number, length: number): number };
  };
  export default UPNG;
}
