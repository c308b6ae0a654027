import zlib from "pako/lib/zlib/inflate.js";
import ZStream from "pako/lib/zlib/zstream.js";
import { corrupt, type ImageDataSize, type Inflater, wrongSize } from "./Inflater.ts";

/** zlib's window, 2^15 bytes; naming it makes pako refuse gzip streams. */
const WINDOW_BITS = 15;

/** zlib's names: all the input is there; the stream has ended. */
const Z_FINISH = 4;
const Z_STREAM_END = 1;

/** Kept, because its tables take longer to make than a 28×28 image to inflate. */
const stream = new ZStream();
zlib.inflateInit2(stream, WINDOW_BITS);

/** zlib takes every distance within its window, whatever smaller one a header names; pako would not. */
Object.defineProperty(stream.state, "dmax", { get: () => 2 ** WINDOW_BITS, set() {} });

/** What starts it anew. pako's own inflateReset makes new tables, which zlib's does not. */
const start = { ...stream.state };

/** Inflates in JavaScript, no further than it is read. All share one state. */
export class PakoInflater implements Inflater {
  readonly #bytes: Uint8Array;
  readonly #size: number;
  readonly #spare: number;
  #ended = false;
  /** Bytes found behind those that were read. */
  #surplus = 0;

  constructor(bytes: Uint8Array, { size, spare }: ImageDataSize) {
    this.#bytes = bytes;
    this.#size = size;
    this.#spare = spare;
    Object.assign(stream.state, start);
    stream.next_in = 0;
    stream.avail_in = bytes.length;
  }

  read(output: Uint8Array, size: number): void {
    const found = this.#inflate(output);
    if (found < size) throw this.#ended ? wrongSize("less", this.#size) : corrupt();
    this.#surplus = found - size;
  }

  end(): void {
    const room = this.#spare + 1 - this.#surplus;
    if (!this.#ended) this.#surplus += this.#inflate(new Uint8Array(room));
    if (this.#surplus > this.#spare) throw wrongSize("more", this.#size);
    if (!this.#ended) throw corrupt();
  }

  free(): void {}

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
}
