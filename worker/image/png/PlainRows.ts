import type { RowDecoder } from "./bands.ts";
import type { Header } from "./header.ts";
import type { Pass } from "./passes.ts";
import { decodeRows, unknownFilter } from "./upng.ts";

/** The highest filter type that exists, Paeth (PNG specification, 9.2). */
const LAST_FILTER = 4;

/** Rows decoded by upng-js alone. */
export class PlainRows implements RowDecoder<Uint8Array> {
  readonly #header: Header;
  readonly #bandBytes: number;
  /** In front of a band is the row above, which filters refer to: zeros above the first (9.2). */
  #buffer = new Uint8Array();
  #stride = 0;
  #most = 0;

  /** @param bandBytes of the largest band; a band has one row at least */
  constructor(header: Header, bandBytes: number) {
    this.#header = header;
    this.#bandBytes = bandBytes;
  }

  begin({ rowBytes, rows }: Pass): number {
    this.#stride = 1 + rowBytes;
    this.#most = Math.min(rows, Math.max(1, Math.floor(this.#bandBytes / this.#stride)));
    this.#buffer = new Uint8Array((1 + this.#most) * this.#stride + 1);
    return this.#most;
  }

  room({ rowBytes }: Pass, first: number, bytes: number): Uint8Array {
    if (first > 0) {
      this.#buffer[0] = 0;
      this.#buffer.copyWithin(1, this.#most * rowBytes, (1 + this.#most) * rowBytes);
    }
    return this.#buffer.subarray(this.#stride, this.#stride + bytes);
  }

  unfilter({ columns, rowBytes }: Pass, _first: number, count: number): Uint8Array {
    for (let row = 1; row <= count; row++) {
      const filter = this.#buffer[row * this.#stride];
      if (filter > LAST_FILTER) throw unknownFilter(filter);
    }
    decodeRows(this.#buffer, this.#header, columns, 1 + count);
    return this.#buffer.subarray(rowBytes);
  }
}
