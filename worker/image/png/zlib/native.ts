import { crc32 as nativeCrc32 } from "node:zlib";
import type { Adler32, ImageDataSize, Inflater } from "./Inflater.ts";
import { NativeInflater } from "./NativeInflater.ts";
import { PakoInflater } from "./PakoInflater.ts";
import { crc32 as portableCrc32 } from "./portable.ts";

/*
 * What portable.ts does, by zlib itself: for Workers, Node, Deno and Bun, which have it as node:zlib.
 */

/**
 * The most image data that is inflated at once, in bytes: 8 Mi pixels of a byte each, or 2 Mi in 8-bit
 * RGBA. workerd takes three times as much memory meanwhile; in bands, memory does not grow, and pako
 * takes three times as long.
 */
const MOST_AT_ONCE = 17 * 2 ** 19;

/** Bytes from which on the call of a native function pays. */
const MANY = 64;

/** Opens image data as portable.ts does. */
export function openInflater(
  bytes: Uint8Array,
  announced: ImageDataSize,
  adler32?: Adler32,
): Inflater {
  if (announced.size <= MOST_AT_ONCE) return new NativeInflater(bytes, announced);
  return new PakoInflater(bytes, announced, adler32);
}

/** A CRC-32 as portable.ts computes it. */
export function crc32(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < MANY) return portableCrc32(bytes, start, end);
  return nativeCrc32(bytes.subarray(start, end));
}
