import { openInflater } from "#zlib";
import { rowBytes } from "./header.ts";
import { inflatedBytes, type Pass, passes } from "./passes.ts";
import type { Structure } from "./structure.ts";
import type { Adler32 } from "./zlib/Inflater.ts";

/** Rows of a pass, unfiltered, one after the other and each padded to whole bytes. */
export interface Band<Rows> {
  pass: Pass;
  /** Number of the first row in the pass, and of rows. */
  first: number;
  count: number;
  /** Overwritten by the next band of the pass. */
  rows: Rows;
}

/** Where rows are inflated to, and what undoes their filters (PNG specification, section 9). */
export interface RowDecoder<Rows> {
  /**
   * Prepares for a pass.
   *
   * @returns how many rows its bands may have
   */
  begin(pass: Pass): number;
  /** Room for so many bytes, the rows from `first` on with a filter type in front of each. */
  room(pass: Pass, first: number, bytes: number): Uint8Array;
  /**
   * Undoes the filters of the rows that are there.
   *
   * @throws InputError 400 if one has a filter type that does not exist
   */
  unfilter(pass: Pass, first: number, count: number): Rows;
  /** The Adler-32 of bytes in such room, where there is a faster way than JavaScript. */
  adler32?: Adler32;
}

/** Bytes of image data that may follow the last row, or a row's where that is more. */
const SPARE = 2 ** 16;

/**
 * Inflates the image data and lets upng-js undo its filters, band by band. What upng-js has around
 * that is left out: its inflation has no bound, its way of joining passes misplaces pixels, and its
 * walk over the chunks hangs on some.
 *
 * @throws InputError 400 if the image data is corrupt, or of another size than the header announces
 */
export function* readBands<Rows>(
  { header, imageData }: Structure,
  decoder: RowDecoder<Rows>,
): Generator<Band<Rows>> {
  const all = passes(header);
  const announced = {
    size: inflatedBytes(all),
    spare: Math.max(SPARE, 1 + rowBytes(header, header.width)),
  };
  const inflater = openInflater(imageData, announced, decoder.adler32);
  try {
    for (const pass of all) {
      const most = Math.min(pass.rows, decoder.begin(pass));
      for (let first = 0; first < pass.rows; first += most) {
        const count = Math.min(most, pass.rows - first);
        const size = count * (1 + pass.rowBytes);
        const isLast = pass === all.at(-1) && first + count === pass.rows;
        inflater.read(decoder.room(pass, first, size + Number(isLast)), size);
        if (isLast) inflater.end();
        yield { pass, first, count, rows: decoder.unfilter(pass, first, count) };
      }
    }
  } finally {
    inflater.free();
  }
}
