import zlib from "pako/lib/zlib/inflate.js";
import ZStream from "pako/lib/zlib/zstream.js";
import { broken } from "./broken.ts";

/** zlib's window, 2^15 bytes; naming it makes pako refuse gzip streams. */
const WINDOW_BITS = 15;

/** zlib's names: all the input is there; the stream has ended. */
const Z_FINISH = 4;
const Z_STREAM_END = 1;

/** Kept, because its tables take longer to make than a 28×28 image to inflate. */
const stream = new ZStream();
zlib.inflateInit2(stream, WINDOW_BITS);

/** What starts it anew. pako's own inflateReset makes new tables, which zlib's does not. */
const start = { ...stream.state };

/**
 * Inflates a zlib stream piece by piece, and checks its header and its Adler-32. Never more is
 * produced than is asked for, however much the stream holds.
 *
 * All share one state: a second one may begin only where the first is not used any more.
 */
export class Inflater {
  readonly #bytes: Uint8Array;
  readonly #size: number;
  #ended = false;
  /** Bytes found behind those that were read. */
  #surplus = 0;

  /** @param size of what will be read, in bytes */
  constructor(bytes: Uint8Array, size: number) {
    this.#bytes = bytes;
    this.#size = size;
    Object.assign(stream.state, start);
    stream.next_in = 0;
    stream.avail_in = bytes.length;
  }

  /**
   * Reads the next `size` bytes. A byte more of room behind them lets the stream's end be found
   * along with its last bytes, which is the fastest way.
   *
   * @throws InputError 400 if the stream is corrupt, cut short, or ends before
   */
  read(output: Uint8Array, size: number): void {
    const found = this.#inflate(output);
    if (found < size) throw this.#ended ? this.#wrongSize("less") : corrupt();
    this.#surplus = found - size;
  }

  /**
   * Expects the stream's end after up to `spare` bytes more.
   *
   * @throws InputError 400 if the stream is corrupt, cut short, or goes on for longer
   */
  end(spare: number): void {
    if (!this.#ended) this.#surplus += this.#inflate(new Uint8Array(spare + 1 - this.#surplus));
    if (this.#surplus > spare) throw this.#wrongSize("more");
    if (!this.#ended) throw corrupt();
  }

  /** Fills `output` as far as the stream goes, and returns how far that is. */
  #inflate(output: Uint8Array): number {
    stream.input = this.#bytes;
    stream.output = output;
    stream.next_out = 0;
    stream.avail_out = output.length;
    this.#ended = zlib.inflate(stream, Z_FINISH) === Z_STREAM_END;
    stream.input = null;
    stream.output = null;
    return stream.next_out;
  }

  #wrongSize(relation: "less" | "more"): Error {
    return broken(
      `it holds ${relation} image data than the ${this.#size} bytes that its header announces`,
    );
  }
}

function corrupt(): Error {
  return broken("its image data is corrupt or cut short");
}
