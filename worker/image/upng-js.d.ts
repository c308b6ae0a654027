/** The part of upng-js 2.1.0 that png.ts uses; the package brings no types. */
declare module "upng-js" {
  interface Decoded {
    width: number;
    height: number;
    depth: number;
    ctype: number;
    tabs: {
      PLTE?: number[];
      /** Colour type 0: the grey sample; 2: three samples; 3: an alpha for each palette entry. */
      tRNS?: number | number[];
    };
    /** Unfiltered rows, each padded to whole bytes. */
    data: Uint8Array;
  }

  const UPNG: {
    decode: {
      (file: ArrayBuffer): Decoded;
      /** Inflates the joined IDAT data, behind which it puts zeros; may be replaced. */
      _inflate(zlib: Uint8Array): Uint8Array;
      /** Puts an interlaced image together from its inflated data; may be replaced. */
      _readInterlace(data: Uint8Array, decoded: Decoded): Uint8Array;
      /** Unfilters, in place, rows of so many pixels that start at this byte. */
      _filterZero(
        data: Uint8Array,
        decoded: Decoded,
        at: number,
        columns: number,
        rows: number,
      ): void;
    };
    crc: { crc(bytes: Uint8Array, offset: number, length: number): number };
  };
  export default UPNG;
  export type { Decoded };
}
