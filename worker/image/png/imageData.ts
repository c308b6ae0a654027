import { HEAD, TAIL } from "./chunks.ts";

/**
 * The data of IDAT chunks in a row, which is one zlib stream (PNG specification, section 10.1).
 *
 * @param start of the first one's data
 * @param size bytes of data, in all of them
 * @returns a view where one chunk has all of it, otherwise a copy
 */
export function imageData(bytes: Uint8Array, start: number, size: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = (at: number) => view.getUint32(at - HEAD);
  if (length(start) === size) return bytes.subarray(start, start + size);

  const joined = new Uint8Array(size);
  for (let at = start, done = 0; done < size; at += length(at) + TAIL + HEAD) {
    joined.set(bytes.subarray(at, at + length(at)), done);
    done += length(at);
  }
  return joined;
}
