import UPNG from "upng-js";
import { checkSize, type SizeLimits } from "../checkSize.ts";
import type { GreyImage } from "../GreyImage.ts";
import { deinterlace } from "./deinterlace.ts";
import { toGrey } from "./grey.ts";
import { inflateExactly } from "./inflate.ts";
import { checkFilters, inflatedBytes } from "./passes.ts";
import { checkStructure, type Structure } from "./structure.ts";

/**
 * Decodes a PNG file of any colour type and depth to grey levels.
 *
 * The structure is checked first and the size held against the limits, so that upng-js sees only
 * well-formed files whose cost is known.
 *
 * @param bytes that start with the signature
 * @throws InputError 400 if it is broken, 413 if it is over a limit
 */
export function decodePng(bytes: Uint8Array, limits: SizeLimits): GreyImage {
  const structure = checkStructure(bytes);
  const { width, height } = structure.header;
  checkSize(width, height, limits);
  return toGrey(decode(structure), structure);
}

/**
 * Lets upng-js make unfiltered rows of the image data. Two of its steps are replaced: inflation,
 * which it does not bound, and the putting together of interlaced images, which it gets wrong. Its
 * walk over the file is left out: the chunks have been read, and it would copy them.
 */
function decode({ header, imageData }: Structure): Uint8Array {
  const { width, height, depth, colourType, interlaced } = header;
  const { _inflate, _readInterlace } = UPNG.decode;
  UPNG.decode._inflate = (zlib) => {
    const data = inflateExactly(zlib, inflatedBytes(header));
    checkFilters(data, header);
    return data;
  };
  UPNG.decode._readInterlace = (data, image) => deinterlace(data, image, header);
  try {
    const image = { depth, ctype: colourType, compress: 0, interlace: interlaced ? 1 : 0 };
    return UPNG.decode._decompress(image, imageData, width, height);
  } finally {
    // Whoever else uses upng-js in this program gets it as it was.
    UPNG.decode._inflate = _inflate;
    UPNG.decode._readInterlace = _readInterlace;
  }
}
