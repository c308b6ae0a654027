/** The parts of pako 1.0.11 below its own interface: zlib's, as PakoInflater uses it. */
declare module "pako/lib/zlib/zstream.js" {
  export default class ZStream {
    input: Uint8Array | null;
    next_in: number;
    avail_in: number;
    output: Uint8Array | null;
    next_out: number;
    avail_out: number;
    /** Where the stream stands, and the tables that it works with. */
    state: object;
  }
}

declare module "pako/lib/zlib/adler32.js" {
  /** Continues an Adler-32; 1 is that of no bytes. Signed. */
  export default function adler32(
    adler: number,
    bytes: Uint8Array,
    count: number,
    start: number,
  ): number;
}

declare module "pako/lib/zlib/inflate.js" {
  import type ZStream from "pako/lib/zlib/zstream.js";

  const zlib: {
    inflateInit2(stream: ZStream, windowBits: number): number;
    /** Returns zlib's status. */
    inflate(stream: ZStream, flush: number): number;
  };
  export default zlib;
}
