import { broken } from "./broken.ts";
import { IDAT, IEND, IHDR, isNeeded, PLTE, readChunks, TRNS } from "./chunks.ts";
import { type Header, readHeader } from "./header.ts";
import { imageData } from "./imageData.ts";

/** A PNG file whose structure has been checked. */
export interface Structure {
  header: Header;
  /** Red, green and blue of each entry; of no bytes without a palette. */
  palette: Uint8Array;
  /** tRNS's data, or null without one. */
  transparency: Uint8Array | null;
  /** A zlib stream. */
  imageData: Uint8Array;
}

const NO_BYTES: Uint8Array = new Uint8Array();

/** Palette entries that 8 bits can address. */
const MAX_PALETTE = 256;

/**
 * Checks which chunks a PNG file has and in what order (PNG specification, section 5.6), before
 * the decoder sees any of them.
 *
 * Chunks that no pixel depends on do not go to the decoder: some of them make upng-js hang. Nor do
 * an animation's, which leaves its default image.
 *
 * @throws InputError 400 that says what is wrong with the file
 */
export function checkStructure(bytes: Uint8Array): Structure {
  const seen = new Set<number>();
  let header: Header | undefined;
  let palette = NO_BYTES;
  let transparency: Uint8Array | null = null;
  let imageStart = 0;
  let imageBytes = 0;
  let previous = 0;

  for (const { type, start, end } of readChunks(bytes)) {
    const length = end - start;
    if (type === IHDR) {
      if (header) throw broken("it has a second IHDR chunk");
      header = readHeader(bytes.subarray(start, end));
    } else if (!header) {
      throw broken("its first chunk is not IHDR");
    } else if (type === PLTE) {
      if (seen.has(PLTE) || seen.has(TRNS) || seen.has(IDAT)) throw misplaced("PLTE");
      checkPalette(length, header);
      palette = bytes.subarray(start, end);
    } else if (type === TRNS) {
      if (seen.has(TRNS) || seen.has(IDAT)) throw misplaced("tRNS");
      checkTransparency(length, header, palette.length / 3);
      transparency = bytes.subarray(start, end);
    } else if (type === IDAT) {
      if (!seen.has(IDAT)) imageStart = start;
      else if (previous !== IDAT) throw misplaced("IDAT");
      imageBytes += length;
    } else if (type === IEND) {
      if (length > 0) throw broken(`its IEND chunk has ${length} bytes of data, where none belong`);
    } else if (isNeeded(type)) {
      throw broken("it has a critical chunk that PNG does not know");
    }
    if (isNeeded(type)) seen.add(type);
    previous = type;
  }
  if (!header || !seen.has(IDAT)) throw broken("it has no image data");
  if (header.colourType === 3 && palette.length === 0) throw broken("it has no palette");
  return { header, palette, transparency, imageData: imageData(bytes, imageStart, imageBytes) };
}

/** PLTE: three bytes an entry, and no more entries than the samples can address (11.2.2). */
function checkPalette(length: number, { colourType, depth }: Header): void {
  if ((colourType & 2) === 0) {
    throw broken(`it has a palette, which does not go with its colour type ${colourType}`);
  }
  const most = colourType === 3 ? 2 ** depth : MAX_PALETTE;
  if (length === 0 || length % 3 !== 0 || length > 3 * most) {
    throw broken(`its palette has ${length} bytes, not three for each of 1 to ${most} colours`);
  }
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
