import zlib from "pako/lib/zlib/inflate.js";
import ZStream from "pako/lib/zlib/zstream.js";
import { broken } from "./broken.ts";

/** zlib's window, 2^15 bytes; naming it makes pako refuse gzip streams. */
const WINDOW_BITS = 15;

/** zlib's names: all the input is there; the stream has ended. */
const Z_FINISH = 4;
const Z_STREAM_END = 1;

/** Kept, because its tables take longer to make than a 28×28 image to inflate. */
let stream: ZStream | null = null;

/**
 * Inflates a zlib stream that must yield exactly `size` bytes. Never more than one byte past that
 * is produced, however much the stream holds; header and Adler-32 are checked.
 *
 * @throws InputError 400 if the stream is corrupt, cut short, or of another size
 */
export function inflateExactly(bytes: Uint8Array, size: number): Uint8Array {
  const inflating = stream ?? newStream();
  // What has failed is not used again.
  stream = null;
  zlib.inflateReset(inflating);
  const output = new Uint8Array(size + 1);
  inflating.input = bytes;
  inflating.next_in = 0;
  inflating.avail_in = bytes.length;
  inflating.output = output;
  inflating.next_out = 0;
  inflating.avail_out = output.length;
  const status = zlib.inflate(inflating, Z_FINISH);
  const found = inflating.next_out;
  if (found <= size && status !== Z_STREAM_END) {
    throw broken("its image data is corrupt or cut short");
  }
  if (found !== size) {
    const relation = found > size ? "more" : "less";
    throw broken(
      `it holds ${relation} image data than the ${size} bytes that its header announces`,
    );
  }
  inflating.input = null;
  inflating.output = null;
  stream = inflating;
  return output.subarray(0, size);
}

function newStream(): ZStream {
  const made = new ZStream();
  zlib.inflateInit2(made, WINDOW_BITS);
  return made;
}
