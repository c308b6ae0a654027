import { inflateSync } from "node:zlib";
import { freeBytes } from "../../freeBytes.ts";
import { corrupt, type ImageDataSize, type Inflater, wrongSize } from "./Inflater.ts";

/** The smallest piece that node:zlib produces at once, in bytes. */
const MIN_CHUNK = 64;

/** Inflates all of the stream at once, by the runtime's own zlib, and keeps it until it is read. */
export class NativeInflater implements Inflater {
  readonly #data: Uint8Array;
  #read = 0;

  constructor(bytes: Uint8Array, { size, spare }: ImageDataSize) {
    this.#data = inflate(bytes, size, spare);
    if (this.#data.length < size) throw wrongSize("less", size);
  }

  read(output: Uint8Array, size: number): void {
    const isAll = size === this.#data.length;
    output.set(isAll ? this.#data : this.#data.subarray(this.#read, this.#read + size));
    this.#read += size;
  }

  end(): void {}

  free(): void {
    freeBytes(this.#data);
  }
}

function inflate(bytes: Uint8Array, size: number, spare: number): Uint8Array {
  try {
    // In one piece, with a byte more of room in which the stream's end is found.
    const chunkSize = Math.max(MIN_CHUNK, size + 1);
    const { buffer, byteOffset, byteLength } = inflateSync(bytes, {
      chunkSize,
      maxOutputLength: size + spare,
    });
    return new Uint8Array(buffer, byteOffset, byteLength);
  } catch (error) {
    // What is too long is a RangeError on every platform; other errors have no code on some.
    throw error instanceof RangeError ? wrongSize("more", size) : corrupt();
  }
}
