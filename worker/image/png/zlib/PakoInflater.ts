import adler32 from "pako/lib/zlib/adler32.js";
import zlib from "pako/lib/zlib/inflate.js";
import ZStream from "pako/lib/zlib/zstream.js";
import { type Adler32, corrupt, type ImageDataSize, type Inflater, wrongSize } from "./Inflater.ts";

/** zlib's window, 2^15 bytes; less than 0 for deflated data alone: what is around it is checked here. */
const RAW = -15;

/** zlib's names: all the input is there; the stream has ended. */
const Z_FINISH = 4;
const Z_STREAM_END = 1;

/** A stream's header and its end, in bytes (RFC 1950): what is in between is deflated data. */
const HEAD = 2;
const ADLER = 4;

/** Kept, because its tables take longer to make than a 28×28 image to inflate. */
const stream = new ZStream();
zlib.inflateInit2(stream, RAW);

/** zlib's state before a block: without a header it comes to no other before. */
const TYPEDO = 13;

/** What starts it anew. pako's own inflateReset makes new tables, which zlib's does not. */
const start = { ...stream.state, mode: TYPEDO };

const plainAdler32: Adler32 = (adler, bytes) => adler32(adler, bytes, bytes.length, 0);

/**
 * Inflates in JavaScript, no further than it is read. All share one state.
 *
 * pako's own Adler-32 would take a quarter of the time.
 */
export class PakoInflater implements Inflater {
  readonly #bytes: Uint8Array;
  readonly #size: number;
  readonly #spare: number;
  readonly #adler32: Adler32;
  #adler = 1;
  #ended = false;
  /** Bytes found behind those that were read. */
  #surplus = 0;

  /** @param adler32 of what is read */
  constructor(bytes: Uint8Array, { size, spare }: ImageDataSize, adler32 = plainAdler32) {
    if (!hasHead(bytes)) throw corrupt();
    this.#bytes = bytes;
    this.#size = size;
    this.#spare = spare;
    this.#adler32 = adler32;
    Object.assign(stream.state, start);
    stream.next_in = HEAD;
    stream.avail_in = bytes.length - HEAD;
  }

  read(output: Uint8Array, size: number): void {
    const found = this.#inflate(output, this.#adler32);
    if (found < size) throw this.#ended ? wrongSize("less", this.#size) : corrupt();
    this.#surplus = found - size;
  }

  end(): void {
    const room = this.#spare + 1 - this.#surplus;
    if (!this.#ended) this.#surplus += this.#inflate(new Uint8Array(room), plainAdler32);
    if (this.#surplus > this.#spare) throw wrongSize("more", this.#size);
    if (!this.#ended) throw corrupt();
  }

  free(): void {}

  /** Fills `output` as far as the stream goes, and returns how far that is. */
  #inflate(output: Uint8Array, adler32: Adler32): number {
    stream.input = this.#bytes;
    stream.output = output;
    stream.next_out = 0;
    stream.avail_out = output.length;
    const status = zlib.inflate(stream, Z_FINISH);
    stream.input = null;
    stream.output = null;
    this.#adler = adler32(this.#adler, output.subarray(0, stream.next_out));
    this.#ended = status === Z_STREAM_END;
    if (this.#ended && !this.#isIntact(stream.next_in)) throw corrupt();
    return stream.next_out;
  }

  /** Whether the Adler-32 of what was inflated stands behind the data, which ends at byte `end`. */
  #isIntact(end: number): boolean {
    const { buffer, byteOffset, length } = this.#bytes;
    if (end + ADLER > length) return false;
    return new DataView(buffer, byteOffset + end).getInt32(0) === (this.#adler | 0);
  }
}

/** Whether a stream's first bytes say that it is deflated, without a dictionary (RFC 1950, 2.2). */
function hasHead([method, flags]: Uint8Array): boolean {
  const isDeflated = (method & 15) === 8 && method >> 4 <= 7;
  return isDeflated && (flags & 32) === 0 && (256 * method + flags) % 31 === 0;
}
