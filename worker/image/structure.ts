import { concat } from "../concat.ts";
import { broken, type Chunk, readChunks, SIGNATURE } from "./chunks.ts";
import { type Header, readHeader } from "./header.ts";

/** A PNG file whose structure has been checked. */
export interface Structure {
  header: Header;
  /** Entries of the palette; 0 without one. */
  paletteSize: number;
  /** A PNG file with the chunks that make its pixels, and no other. */
  file: Uint8Array<ArrayBuffer>;
}

/** Palette entries that colour type 3 can address. */
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
  const needed: Chunk[] = [];
  const seen = new Set<string>();
  let header: Header | undefined;
  let paletteSize = 0;
  let previous = "";

  for (const chunk of readChunks(bytes)) {
    const { type, data } = chunk;
    if (type === "IHDR") {
      if (header) throw broken("it has a second IHDR chunk");
      header = readHeader(data);
    } else if (!header) {
      throw broken("its first chunk is not IHDR");
    } else if (type === "PLTE") {
      if (seen.has("PLTE") || seen.has("tRNS") || seen.has("IDAT")) throw misplaced(type);
      paletteSize = readPaletteSize(data);
    } else if (type === "tRNS") {
      if (seen.has("tRNS") || seen.has("IDAT")) throw misplaced(type);
      checkTransparency(data.length, header, paletteSize);
    } else if (type === "IDAT") {
      if (seen.has("IDAT") && previous !== "IDAT") throw misplaced(type);
    } else if (chunk.needed && type !== "IEND") {
      throw broken("it has a critical chunk that PNG does not know");
    }
    if (chunk.needed) needed.push(chunk);
    seen.add(type);
    previous = type;
  }
  if (!header || !seen.has("IDAT")) throw broken("it has no image data");
  if (header.colourType === 3 && paletteSize === 0) throw broken("it has no palette");
  return { header, paletteSize, file: concat([SIGNATURE, ...needed.map(({ whole }) => whole)]) };
}

/** Entries of PLTE, three bytes each (section 11.2.2). */
function readPaletteSize({ length }: Uint8Array): number {
  if (length === 0 || length % 3 !== 0 || length > 3 * MAX_PALETTE) {
    throw broken(`its palette has ${length} bytes, not three for each of 1 to 256 colours`);
  }
  return length / 3;
}

/** tRNS: a sample for each channel, or an alpha for each of some palette entries (11.3.2.1). */
function checkTransparency(length: number, { colourType }: Header, paletteSize: number): void {
  const legal =
    (colourType === 0 && length === 2) ||
    (colourType === 2 && length === 6) ||
    (colourType === 3 && length <= paletteSize);
  if (!legal) throw broken(`a tRNS of ${length} bytes does not go with its colour type`);
}

function misplaced(type: string) {
  return broken(`its ${type} chunks are not where they belong, or too many`);
}
