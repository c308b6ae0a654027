import { crc32 } from "#zlib";
import { broken } from "./broken.ts";
import { SIGNATURE } from "./signature.ts";

/** A chunk of a PNG file, by its place in it (PNG specification, section 5.3). */
export interface Chunk {
  /** Its four letters as one big-endian number, which is cheaper to make than a string. */
  type: number;
  /** The data's first byte, and the first after it. */
  start: number;
  end: number;
}

/** The types whose meaning is known here. */
export const IHDR = 0x49484452;
export const PLTE = 0x504c5445;
export const TRNS = 0x74524e53;
export const EXIF = 0x65584966;
export const IDAT = 0x49444154;
export const IEND = 0x49454e44;

/** What Apple's form of PNG has in front, which is none of PNG's own. */
export const CGBI = 0x43674249;

/** Length and type before a chunk's data, CRC behind it, in bytes. */
const LENGTH = 4;
const TYPE = 4;
const CRC = 4;

/** What stands before and behind a chunk's data. */
export const HEAD = LENGTH + TYPE;
export const TAIL = CRC;

/** The bit that makes a letter lower case, in the type's first one and in any. */
const ANCILLARY = 0x20000000;
const LOWER_CASE = 0x20;

/**
 * Reads a PNG file's chunks up to the end of its image data, and checks the CRCs of those that
 * pixels depend on. What follows the image data changes no pixel: damaged, cut off or missing, it is
 * not looked at, as libpng, Chromium and Pillow have it. Takes tens of milliseconds for the 500,000
 * empty chunks that 6 MiB can hold.
 *
 * @param bytes that start with the signature
 * @throws InputError 400 where the file is cut short, or a chunk's type or CRC is wrong
 */
export function* readChunks(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let inImageData = false;
  for (let at = SIGNATURE.length; ; ) {
    const start = at + HEAD;
    const hasHead = start <= bytes.length;
    const type = hasHead ? view.getUint32(at + LENGTH) : 0;
    if (inImageData && type !== IDAT) return;
    if (!hasHead) throw broken("it ends before its image data");

    const end = start + view.getUint32(at);
    if (end + TAIL > bytes.length) throw broken("a chunk is longer than the file");
    for (let i = at + LENGTH; i < start; i++) {
      if (!isLetter(bytes[i])) throw broken("a chunk's type is not four letters");
    }
    if (isNeeded(type) && crc32(bytes, start - TYPE, end) !== view.getUint32(end)) {
      throw broken("a chunk's CRC does not match its data");
    }
    yield { type, start, end };
    inImageData = type === IDAT;
    at = end + TAIL;
  }
}

/** Whether pixels depend on a chunk of this type: it is critical (section 5.4), or tRNS. */
export function isNeeded(type: number): boolean {
  return (type & ANCILLARY) === 0 || type === TRNS;
}

/** Whether a chunk's CRC, of its type and its data, is right. */
export function isIntact(bytes: Uint8Array, { start, end }: Chunk): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return crc32(bytes, start - TYPE, end) === view.getUint32(end);
}

function isLetter(byte: number): boolean {
  const lower = byte | LOWER_CASE;
  return lower >= 0x61 && lower <= 0x7a;
}
