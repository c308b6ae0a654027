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
 * Inflates a zlib stream that must yield exactly `size` bytes. Never more than one byte past that
 * is produced, however much the stream holds; header and Adler-32 are checked.
 *
 * @throws InputError 400 if the stream is corrupt, cut short, or of another size
 */
export function inflateExactly(bytes: Uint8Array, size: number): Uint8Array {
  const output = new Uint8Array(size + 1);
  Object.assign(stream.state, start);
  stream.input = bytes;
  stream.next_in = 0;
  stream.avail_in = bytes.length;
  stream.output = output;
  stream.next_out = 0;
  stream.avail_out = output.length;
  const status = zlib.inflate(stream, Z_FINISH);
  stream.input = null;
  stream.output = null;

  const found = stream.next_out;
  if (found <= size && status !== Z_STREAM_END) {
    throw broken("its image data is corrupt or cut short");
  }
  if (found !== size) {
    const relation = found > size ? "more" : "less";
    throw broken(
      `it holds ${relation} image data than the ${size} bytes that its header announces`,
    );
  }
  return output.subarray(0, size);
}
