import { broken } from "./broken.ts";
import { IDAT, IEND, IHDR, isNeeded, PLTE, readChunks, TRNS } from "./chunks.ts";
import { type Header, readHeader } from "./header.ts";
import { RebuiltFile } from "./rebuiltFile.ts";

/** A PNG file whose structure has been checked. */
export interface Structure {
  header: Header;
  /** Entries of the palette; 0 without one. */
  paletteSize: number;
  /** Bytes of image data, compressed. */
  imageBytes: number;
  /** A PNG file with the chunks that make its pixels, and no other; what follows IEND is waste. */
  file: Uint8Array<ArrayBuffer>;
}

/** Palette entries that 8 bits can address. */
const MAX_PALETTE = 256;

/**
 * Checks which chunks a PNG file has and in what order (PNG specification, section 5.6), before
 * the decoder sees any of them.
 *
 * Chunks that no pixel depends on are left out of what goes to the decoder: some of them make
 * upng-js hang. So are an animation's, which leaves its default image.
 *
 * @throws InputError 400 that says what is wrong with the file
 */
export function checkStructure(bytes: Uint8Array): Structure {
  const file = new RebuiltFile(bytes);
  const seen = new Set<number>();
  let header: Header | undefined;
  let paletteSize = 0;
  let imageBytes = 0;
  let previous = 0;

  for (const chunk of readChunks(bytes)) {
    const { type, start, end } = chunk;
    const length = end - start;
    if (type === IHDR) {
      if (header) throw broken("it has a second IHDR chunk");
      header = readHeader(bytes.subarray(start, end));
    } else if (!header) {
      throw broken("its first chunk is not IHDR");
    } else if (type === PLTE) {
      if (seen.has(PLTE) || seen.has(TRNS) || seen.has(IDAT)) throw misplaced("PLTE");
      paletteSize = readPaletteSize(length, header);
    } else if (type === TRNS) {
      if (seen.has(TRNS) || seen.has(IDAT)) throw misplaced("tRNS");
      checkTransparency(length, header, paletteSize);
    } else if (type === IDAT) {
      if (seen.has(IDAT) && previous !== IDAT) throw misplaced("IDAT");
      imageBytes += length;
    } else if (type === IEND) {
      if (length > 0) throw broken(`its IEND chunk has ${length} bytes of data, where none belong`);
    } else if (isNeeded(type)) {
      throw broken("it has a critical chunk that PNG does not know");
    }
    if (isNeeded(type)) {
      seen.add(type);
      file.keep(chunk);
    }
    previous = type;
  }
  if (!header || !seen.has(IDAT)) throw broken("it has no image data");
  if (header.colourType === 3 && paletteSize === 0) throw broken("it has no palette");
  return { header, paletteSize, imageBytes, file: file.bytes };
}

/** Entries of PLTE, three bytes each, no more than the samples can address (section 11.2.2). */
function readPaletteSize(length: number, { colourType, depth }: Header): number {
  if ((colourType & 2) === 0) {
    throw broken(`it has a palette, which does not go with its colour type ${colourType}`);
  }
  const most = colourType === 3 ? 2 ** depth : MAX_PALETTE;
  if (length === 0 || length % 3 !== 0 || length > 3 * most) {
    throw broken(`its palette has ${length} bytes, not three for each of 1 to ${most} colours`);
  }
  return length / 3;
}

/** tRNS: a sample for each channel, or an alpha for each of some palette entries (11.3.1.1). */
function checkTransparency(length: number, { colourType }: Header, paletteSize: number): void {
  const legal =
    (colourType === 0 && length === 2) ||
    (colourType === 2 && length === 6) ||
    (colourType === 3 && length <= paletteSize);
  if (!legal) {
    throw broken(
      `a tRNS of ${length} bytes does not go with colour type ${colourType} and ` +
        `a palette of ${paletteSize}`,
    );
  }
}

function misplaced(type: string) {
  return broken(`its ${type} chunks are not where they belong, or too many`);
}
