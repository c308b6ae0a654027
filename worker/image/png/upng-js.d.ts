/** The part of upng-js 2.1.0 that is used; the package brings no types. */
declare module "upng-js" {
  const UPNG: {
    decode: {
      /**
       * Unfilters, in place, rows of so many pixels that start at byte `at`, each with its filter
       * type in front; afterwards they follow one another without it. Returns `data`.
       */
      _filterZero(
        data: Uint8Array,
        image: { depth: number; ctype: number },
        at: number,
        columns: number,
        rows: number,
      ): Uint8Array;
    };
    crc: { crc(bytes: Uint8Array, offset: number, length: number): number };
  };
  export default UPNG;
}
