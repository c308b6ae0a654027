import { HEAD, TAIL } from "./chunks.ts";

/** Kept from one image to the next: as much as a body may have, which otherwise is garbage each time. */
let kept = new Uint8Array();

/**
 * The data of IDAT chunks in a row, which is one zlib stream (PNG specification, section 10.1).
 *
 * @param start of the first one's data
 * @param size bytes of data, in all of them
 * @returns a view where one chunk has all of it, otherwise a copy, which the next one overwrites
 */
export function imageData(bytes: Uint8Array, start: number, size: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = (at: number) => view.getUint32(at - HEAD);
  if (length(start) === size) return bytes.subarray(start, start + size);

  if (kept.length < size) kept = new Uint8Array(size);
  const joined = kept.subarray(0, size);
  for (let at = start, done = 0; done < size; at += length(at) + TAIL + HEAD) {
    joined.set(bytes.subarray(at, at + length(at)), done);
    done += length(at);
  }
  return joined;
}
