import { InputError } from "../../errors/InputError.ts";
import { readOrientation, UPRIGHT } from "../exif.ts";
import { broken } from "./broken.ts";
import {
  CGBI,
  EXIF,
  IDAT,
  IEND,
  IHDR,
  isIntact,
  isNeeded,
  PLTE,
  readChunks,
  TRNS,
} from "./chunks.ts";
import { type Header, INDEXED, readHeader } from "./header.ts";
import { imageData } from "./imageData.ts";

/** A PNG file whose structure has been checked. */
export interface Structure {
  header: Header;
  /**
   * Red, green and blue of each entry that the samples can address; of no bytes where the colour
   * type is not indexed.
   */
  palette: Uint8Array;
  /** tRNS's data, or null where there is none that fits. */
  transparency: Uint8Array | null;
  /** How the picture is turned, as Exif has it, 1 … 8. */
  orientation: number;
  /** A zlib stream. */
  imageData: Uint8Array;
}

const NO_BYTES: Uint8Array = new Uint8Array();

/** Palette entries that 8 bits can address. */
const MAX_PALETTE = 256;

/**
 * Checks which chunks a PNG file has and in what order (PNG specification, section 5.6), before
 * anything is decoded.
 *
 * Where the specification leaves a choice to decoders, this one does as libpng: a palette counts
 * only for indexed colours, and of several tRNS the first that fits. eXIf counts in front of the
 * image data, as in Chromium. Chunks that no pixel depends on are passed over, and so are an
 * animation's, which leaves its default image.
 *
 * @throws InputError 400 that says what is wrong with the file
 */
export function checkStructure(bytes: Uint8Array): Structure {
  let header: Header | undefined;
  let palette = NO_BYTES;
  let transparency: Uint8Array | null = null;
  let orientation: number | undefined;
  let imageStart = 0;
  let imageBytes = 0;

  for (const chunk of readChunks(bytes)) {
    const { type, start, end } = chunk;
    if (type === IHDR) {
      if (header) throw broken("it has a second IHDR chunk");
      header = readHeader(bytes.subarray(start, end));
    } else if (!header) {
      throw type === CGBI ? appleForm() : broken("its first chunk is not IHDR");
    } else if (type === PLTE) {
      if (start === end) throw broken("its palette is empty");
      if (header.colourType !== INDEXED) continue;
      if (palette.length > 0) throw broken("it has a second PLTE chunk");
      palette = readPalette(bytes.subarray(start, end), header);
    } else if (type === TRNS) {
      if (fitsTransparency(end - start, header, palette)) {
        transparency ??= bytes.subarray(start, end);
      }
    } else if (type === EXIF) {
      if (orientation === undefined && isIntact(bytes, chunk)) {
        orientation = readOrientation(bytes.subarray(start, end));
      }
    } else if (type === IDAT) {
      imageStart ||= start;
      imageBytes += end - start;
    } else if (type === IEND) {
      throw broken("it has no image data");
    } else if (isNeeded(type)) {
      throw broken("it has a critical chunk that PNG does not know");
    }
  }
  if (!header) throw broken("its first chunk is not IHDR");
  if (header.colourType === INDEXED && palette.length === 0) throw broken("it has no palette");
  return {
    header,
    palette,
    transparency,
    orientation: orientation ?? UPRIGHT,
    imageData: imageData(bytes, imageStart, imageBytes),
  };
}

/** PLTE: three bytes an entry (11.2.2). Entries past those that samples can address are left out. */
function readPalette(data: Uint8Array, { depth }: Header): Uint8Array {
  if (data.length % 3 !== 0 || data.length > 3 * MAX_PALETTE) {
    throw broken(
      `its palette has ${data.length} bytes, not three for each of up to ${MAX_PALETTE} colours`,
    );
  }
  return data.subarray(0, 3 * 2 ** depth);
}

/** tRNS: a sample for each channel, or an alpha for each of some palette entries (11.3.1.1). */
function fitsTransparency(length: number, { colourType }: Header, palette: Uint8Array): boolean {
  return (
    (colourType === 0 && length === 2) ||
    (colourType === 2 && length === 6) ||
    (colourType === INDEXED && length > 0 && 3 * length <= palette.length)
  );
}

/** PNG as Xcode packs it into apps: premultiplied BGRA, and deflated without zlib's header. */
function appleForm(): InputError {
  return new InputError(
    400,
    "The image is in CgBI, Apple's own form of PNG for iPhone apps, which only Apple's software " +
      "reads. Saving it from Xcode gives the same form; export it as PNG with another program.",
  );
}
