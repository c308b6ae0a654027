import UPNG from "upng-js";
import { InputError } from "../errors.ts";

/** A chunk of a PNG file (PNG specification, section 5.3). */
export interface Chunk {
  type: string;
  /** Whether pixels depend on it: it is critical, or tRNS. */
  needed: boolean;
  data: Uint8Array;
  /** Length, type, data and CRC. */
  whole: Uint8Array;
}

/** What a PNG file starts with (section 5.2). */
export const SIGNATURE = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Length and type before a chunk's data, CRC behind it, in bytes. */
const LENGTH = 4;
const TYPE = 4;
const CRC = 4;

/** The bit of a type's first letter that makes it lower case. */
const ANCILLARY = 0x20;

/**
 * Reads a PNG file's chunks up to IEND, and checks the CRCs of those that pixels depend on.
 *
 * @throws InputError 400 where the file is no PNG, is cut short, or a chunk's CRC is wrong
 */
export function* readChunks(bytes: Uint8Array): Generator<Chunk> {
  if (bytes.length === 0) throw new InputError(400, "The image is empty: 0 bytes.");
  if (SIGNATURE.some((byte, i) => bytes[i] !== byte)) {
    throw new InputError(400, "The image is not a PNG. Convert it to PNG and send it again.");
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let type = "";
  for (let at = SIGNATURE.length; type !== "IEND"; ) {
    if (at + LENGTH + TYPE + CRC > bytes.length) throw broken("it ends before its IEND chunk");
    const length = view.getUint32(at);
    const start = at + LENGTH + TYPE;
    const end = start + length + CRC;
    if (end > bytes.length) throw broken("a chunk is longer than the file");

    type = String.fromCharCode(...bytes.subarray(at + LENGTH, start));
    const needed = (bytes[at + LENGTH] & ANCILLARY) === 0 || type === "tRNS";
    const crc = () => UPNG.crc.crc(bytes, at + LENGTH, TYPE + length) >>> 0;
    if (needed && crc() !== view.getUint32(end - CRC)) {
      throw broken("a chunk's CRC does not match its data");
    }
    yield { type, needed, data: bytes.subarray(start, end - CRC), whole: bytes.subarray(at, end) };
    at = end;
  }
}

/** The refusal of a file that is a PNG but not a whole one. */
export function broken(what: string): InputError {
  return new InputError(400, `The PNG is broken: ${what}. Save or export it again.`);
}
