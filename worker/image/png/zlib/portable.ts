import UPNG from "upng-js";
import type { Adler32, ImageDataSize, Inflater } from "./Inflater.ts";
import { PakoInflater } from "./PakoInflater.ts";

/*
 * zlib in JavaScript, for browsers, which have no other that answers at once, and for bundles of which
 * nobody says where they will run. package.json's `#zlib` names this file or native.ts, by platform.
 */

/**
 * Opens image data to be inflated.
 *
 * @param adler32 of what is read, where there is a faster way than JavaScript
 * @throws InputError 400 if it is found to be corrupt, cut short or of another size
 */
export function openInflater(
  bytes: Uint8Array,
  announced: ImageDataSize,
  adler32?: Adler32,
): Inflater {
  return new PakoInflater(bytes, announced, adler32);
}

/** The CRC-32 of the bytes from `start` to `end`. */
export function crc32(bytes: Uint8Array, start: number, end: number): number {
  return UPNG.crc.crc(bytes, start, end - start) >>> 0;
}
