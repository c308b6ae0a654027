import { type Chunk, HEAD, IDAT, SIGNATURE, TAIL } from "./chunks.ts";

/**
 * A PNG file of some chunks of another one, in their order, with IDATs in a row joined to one.
 * CRCs are not made anew, because upng-js reads none.
 */
export class RebuiltFile {
  /** A whole PNG file once IEND is kept; what follows IEND is left over from the other file. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly #view: DataView;
  #end = SIGNATURE.length;
  /** Type and first byte of the last chunk. */
  #last = 0;
  #lastAt = 0;

  constructor(original: Uint8Array) {
    // A copy, because chunks can only move forwards in it: no chunk needs memory of its own.
    this.bytes = new Uint8Array(original);
    this.#view = new DataView(this.bytes.buffer);
  }

  /** Adds a chunk, which is to stand behind those before it in the other file too. */
  keep({ type, start, end }: Chunk): void {
    const joined = type === IDAT && this.#last === IDAT;
    const from = joined ? start : start - HEAD;
    if (joined) this.#end -= TAIL;
    else this.#lastAt = this.#end;
    this.#last = type;

    this.bytes.copyWithin(this.#end, from, end + TAIL);
    this.#end += end + TAIL - from;
    this.#view.setUint32(this.#lastAt, this.#end - TAIL - HEAD - this.#lastAt);
  }
}
