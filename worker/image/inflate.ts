import pako from "pako";
import type { InputError } from "../errors.ts";
import { broken } from "./broken.ts";

/** zlib's window, 2^15 bytes; naming it makes pako refuse gzip streams. */
const WINDOW_BITS = 15;

/**
 * Inflates a zlib stream that must yield exactly `size` bytes. Never more than one byte past that
 * is produced, however much the stream holds; header and Adler-32 are checked.
 *
 * @throws InputError 400 if the stream is corrupt, cut short, or of another size
 */
export function inflateExactly(zlib: Uint8Array, size: number): Uint8Array {
  const stream = new pako.Inflate({ windowBits: WINDOW_BITS, chunkSize: size + 1 });
  let output = new Uint8Array(0);
  let ended = false;
  // Called when the stream has ended, or when its one chunk of size + 1 bytes is full.
  stream.onData = (chunk) => {
    output = chunk as Uint8Array<ArrayBuffer>;
    if (output.length > size) throw wrongSize("more", size);
  };
  stream.onEnd = (status) => {
    ended = status === 0;
  };

  stream.push(zlib as Uint8Array<ArrayBuffer>, false);
  if (!ended) {
    throw broken("its image data is corrupt or cut short");
  }
  if (output.length < size) throw wrongSize("less", size);
  return output;
}

function wrongSize(relation: string, size: number): InputError {
  return broken(`it holds ${relation} image data than the ${size} bytes that its header announces`);
}
