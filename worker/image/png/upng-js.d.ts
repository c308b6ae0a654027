/** The part of upng-js 2.1.0 that is used; the package brings no types. */
declare module "upng-js" {
  /** What upng-js has to know of an image, as IHDR has it. */
  interface ImageType {
    depth: number;
    ctype: number;
    compress: number;
    interlace: number;
  }

  const UPNG: {
    decode: {
      /** Inflates and unfilters image data of so many pixels: rows, each padded to whole bytes. */
      _decompress(image: ImageType, zlib: Uint8Array, width: number, height: number): Uint8Array;
      /** Inflates image data; may be replaced. */
      _inflate(zlib: Uint8Array): Uint8Array;
      /** Puts an interlaced image together from its inflated data; may be replaced. */
      _readInterlace(data: Uint8Array, image: ImageType): Uint8Array;
      /** Unfilters, in place, rows of so many pixels that start at this byte; returns `data`. */
      _filterZero(
        data: Uint8Array,
        image: ImageType,
        at: number,
        columns: number,
        rows: number,
      ): Uint8Array;
    };
    crc: { crc(bytes: Uint8Array, offset: number, length: number): number };
  };
  export default UPNG;
  export type { ImageType };
}
