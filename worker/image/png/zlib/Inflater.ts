import { broken } from "../broken.ts";

/**
 * The image data of a PNG file, read piece by piece: a zlib stream (PNG specification, section 10.1)
 * whose header and Adler-32 are checked. Never more is produced than its size and what may follow,
 * however much the stream holds.
 *
 * A second one may be opened only where the first is not used any more: some share their state.
 */
export interface Inflater {
  /**
   * Reads the next `size` bytes. A byte more of room behind them lets the stream's end be found
   * along with its last bytes, which is the fastest way.
   *
   * @throws InputError 400 if the stream is corrupt, cut short, or ends before
   */
  read(output: Uint8Array, size: number): void;
  /**
   * Expects the stream's end.
   *
   * @throws InputError 400 if the stream is corrupt, cut short, or goes on for longer than it may
   */
  end(): void;
  /** Frees what it holds; it cannot be used any more. */
  free(): void;
}

/** How much image data a header announces. */
export interface ImageDataSize {
  /** Bytes of the rows. */
  size: number;
  /** Bytes that may follow them. */
  spare: number;
}

/** Continues an Adler-32 (RFC 1950) with bytes that were read; 1 is that of none. Signed or not. */
export type Adler32 = (adler: number, bytes: Uint8Array) => number;

export function corrupt(): Error {
  return broken("its image data is corrupt or cut short");
}

/** @param size bytes that the header announces */
export function wrongSize(relation: "less" | "more", size: number): Error {
  return broken(`it holds ${relation} image data than the ${size} bytes that its header announces`);
}
