import { BAND_PIXELS, type PictureKernels } from "../pictureKernels.ts";
import type { RowDecoder } from "./bands.ts";
import { type Header, pixelBits } from "./header.ts";
import type { Pass } from "./passes.ts";
import { decodeRows, unknownFilter } from "./upng.ts";

/**
 * Bytes of a band, unless a single row has more: few enough to be in the processor's cache still when their
 * filters are undone, and many enough that a band's calls do not count.
 */
const CACHED = 2 ** 16;

/**
 * Rows decoded by upng-js with its slow part replaced by a kernel. They are given as their address in
 * the kernels' memory.
 */
export class KernelRows implements RowDecoder<number> {
  readonly #header: Header;
  readonly #picture: PictureKernels;
  /** Whether rows are put where the picture is, one below the other, and not over those before. */
  readonly #inPlace: boolean;
  readonly #pixelBytes: number;
  /** Where the last row is that was decoded. */
  #last = 0;

  constructor(header: Header, picture: PictureKernels, inPlace: boolean) {
    this.#header = header;
    this.#picture = picture;
    this.#inPlace = inPlace;
    this.#pixelBytes = Math.max(1, pixelBits(header) >> 3);
  }

  begin({ columns, rowBytes }: Pass): number {
    const most = Math.min(CACHED / (1 + rowBytes), BAND_PIXELS / columns);
    return Math.max(1, Math.floor(most));
  }

  room(_pass: Pass, _first: number, size: number): Uint8Array {
    const { bytes, at } = this.#picture;
    return bytes.subarray(at.source, at.source + size);
  }

  unfilter({ columns, rowBytes }: Pass, first: number, count: number): number {
    const { kernels, bytes, at } = this.#picture;
    const output = this.#inPlace ? at.picture + first * rowBytes : at.rows;
    const above = output - rowBytes;
    // Above the first row are zeros (9.2); in place, the others have theirs.
    if (first === 0) bytes.fill(0, above, output);
    else if (!this.#inPlace) bytes.copyWithin(above, this.#last, this.#last + rowBytes);
    decodeRows(bytes, this.#header, columns, count, () => {
      const filter = kernels.unfilter(at.source, output, rowBytes, count, this.#pixelBytes);
      if (filter !== 0) throw unknownFilter(filter);
    });
    this.#last = output + (count - 1) * rowBytes;
    return output;
  }

  adler32 = (adler: number, bytes: Uint8Array): number =>
    this.#picture.kernels.adler32(bytes.byteOffset, bytes.length, adler);
}
