import UPNG from "upng-js";
import { openInflater } from "#zlib";
import { broken } from "./broken.ts";
import { rowBytes } from "./header.ts";
import { inflatedBytes, type Pass, passes } from "./passes.ts";
import type { Structure } from "./structure.ts";

/** Rows of a pass, unfiltered, one after the other and each padded to whole bytes. */
export interface Band {
  pass: Pass;
  /** Number of the first row in the pass, and of rows. */
  first: number;
  count: number;
  /** Overwritten by the next band of the pass. */
  rows: Uint8Array;
}

/** Bytes of image data that may follow the last row, or a row's where that is more. */
const SPARE = 2 ** 16;

/** The highest filter type that exists, Paeth (PNG specification, 9.2). */
const LAST_FILTER = 4;

/**
 * Inflates the image data and lets upng-js undo its filters, band by band. What upng-js has around
 * that is left out: its inflation has no bound, its way of joining passes misplaces pixels, and its
 * walk over the chunks hangs on some.
 *
 * @param bandBytes of the largest band; a band has one row at least
 * @throws InputError 400 if the image data is corrupt, or of another size than the header announces
 */
export function* readBands(structure: Structure, bandBytes: number): Generator<Band> {
  const { header, imageData } = structure;
  const type = { depth: header.depth, ctype: header.colourType };
  const inflater = openInflater(imageData, {
    size: inflatedBytes(header),
    spare: Math.max(SPARE, 1 + rowBytes(header, header.width)),
  });
  const all = passes(header);
  for (const pass of all) {
    const stride = 1 + pass.rowBytes;
    const most = Math.min(pass.rows, Math.max(1, Math.floor(bandBytes / stride)));
    // In front of a band is the row above, which filters refer to: zeros above the first (9.2).
    const buffer = new Uint8Array(stride + most * stride + 1);
    for (let first = 0; first < pass.rows; first += most) {
      const count = Math.min(most, pass.rows - first);
      const size = count * stride;
      const isLast = pass === all.at(-1) && first + count === pass.rows;
      if (first > 0) {
        buffer[0] = 0;
        buffer.copyWithin(1, most * pass.rowBytes, (1 + most) * pass.rowBytes);
      }
      const data = buffer.subarray(stride, stride + size + Number(isLast));
      inflater.read(data, size);
      if (isLast) inflater.end();

      checkFilters(data, count, stride);
      UPNG.decode._filterZero(buffer, type, 0, pass.columns, 1 + count);
      yield { pass, first, count, rows: buffer.subarray(pass.rowBytes) };
    }
  }
}

function checkFilters(data: Uint8Array, count: number, stride: number): void {
  for (let row = 0; row < count; row++) {
    const filter = data[row * stride];
    if (filter > LAST_FILTER) throw broken(`a row has filter type ${filter} of 0 to 4`);
  }
}
