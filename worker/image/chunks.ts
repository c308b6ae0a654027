import UPNG from "upng-js";
import { InputError } from "../errors.ts";
import { type Header, readHeader } from "./header.ts";

/** A PNG file whose structure has been checked. */
export interface Chunks {
  header: Header;
  /** Entries of the palette; 0 without one. */
  paletteSize: number;
  /** A PNG file with the chunks that make its pixels, and no other. */
  file: Uint8Array<ArrayBuffer>;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Length and type before a chunk's data, CRC behind it, in bytes. */
const LENGTH = 4;
const TYPE = 4;
const CRC = 4;

/** Palette entries that colour type 3 can address. */
const MAX_PALETTE = 256;

/**
 * Walks a PNG file's chunks before the decoder sees any of them: signature, lengths, CRCs, order
 * (PNG specification, sections 5.2–5.6).
 *
 * Ancillary chunks other than tRNS are left out of what goes to the decoder: no pixel depends on
 * them, and some of them make upng-js hang. So are an animation's chunks: its default image is read.
 *
 * @throws InputError 400 that says what is wrong with the file
 */
export function readChunks(bytes: Uint8Array): Chunks {
  if (bytes.length === 0) throw new InputError(400, "The image is empty: 0 bytes.");
  if (SIGNATURE.some((byte, i) => bytes[i] !== byte)) {
    throw new InputError(400, "The image is not a PNG. Convert it to PNG and send it again.");
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, SIGNATURE.length)];
  const seen = new Set<string>();
  let header: Header | undefined;
  let paletteSize = 0;
  let last = "";

  for (let at = SIGNATURE.length; last !== "IEND"; ) {
    if (at + LENGTH + TYPE + CRC > bytes.length) throw broken("it ends before its IEND chunk");
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + LENGTH, at + LENGTH + TYPE));
    const end = at + LENGTH + TYPE + length + CRC;
    if (end > bytes.length) throw broken("a chunk is longer than the file");
    if (!header && type !== "IHDR") throw broken("its first chunk is not IHDR");

    const critical = (bytes[at + LENGTH] & 0x20) === 0;
    if (critical || type === "tRNS") {
      const crc = UPNG.crc.crc(bytes, at + LENGTH, TYPE + length) >>> 0;
      if (crc !== view.getUint32(end - CRC)) throw broken("a chunk's CRC does not match its data");

      if (type === "IHDR") {
        if (header) throw broken("it has a second IHDR chunk");
        header = readHeader(bytes.subarray(at + LENGTH + TYPE, end - CRC));
      } else if (type === "PLTE") {
        if (seen.has("PLTE") || seen.has("tRNS") || seen.has("IDAT"))
          throw broken("its PLTE is out of order");
        if (length === 0 || length % 3 !== 0 || length > 3 * MAX_PALETTE) {
          throw broken(`its palette has ${length} bytes, not three for each of 1 to 256 colours`);
        }
        paletteSize = length / 3;
      } else if (type === "tRNS") {
        if (seen.has("tRNS") || seen.has("IDAT")) throw broken("its tRNS is out of order");
        checkTransparency(header as Header, length, paletteSize);
      } else if (type === "IDAT") {
        if (seen.has("IDAT") && last !== "IDAT")
          throw broken("its IDAT chunks are not consecutive");
      } else if (type === "IEND") {
        if (!seen.has("IDAT")) throw broken("it has no image data");
        if (header?.colourType === 3 && paletteSize === 0) throw broken("it has no palette");
      } else {
        throw broken("it has a critical chunk that PNG does not know");
      }
      seen.add(type);
      kept.push(bytes.subarray(at, end));
    }
    last = type;
    at = end;
  }
  return { header: header as Header, paletteSize, file: join(kept) };
}

/** tRNS by colour type: a sample for each channel, or an alpha for each of some palette entries. */
function checkTransparency({ colourType }: Header, length: number, paletteSize: number): void {
  const legal =
    (colourType === 0 && length === 2) ||
    (colourType === 2 && length === 6) ||
    (colourType === 3 && length <= paletteSize);
  if (!legal) throw broken(`a tRNS of ${length} bytes does not go with its colour type`);
}

function join(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function broken(what: string): InputError {
  return new InputError(400, `The PNG is broken: ${what}. Save or export it again.`);
}
