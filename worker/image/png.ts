import UPNG, { type Decoded } from "upng-js";
import { InputError } from "../errors.ts";
import type { Limits } from "../limits.ts";
import { deinterlace } from "./deinterlace.ts";
import type { GreyImage } from "./GreyImage.ts";
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
 * @throws InputError 400 if it is not a PNG or broken, 413 if it is over a limit
 */
export function decodePng(
  bytes: Uint8Array,
  limits: Pick<Limits, "maxPixels" | "maxSide">,
): GreyImage {
  const structure = checkStructure(bytes);
  const { header, paletteSize } = structure;
  const { width, height } = header;
  if (Math.max(width, height) > limits.maxSide) {
    throw new InputError(
      413,
      `The image is ${width}×${height} pixels; a side may have ${limits.maxSide}. Scale it down.`,
    );
  }
  if (width * height > limits.maxPixels) {
    throw new InputError(
      413,
      `The image is ${width}×${height}, ${width * height} pixels; ${limits.maxPixels} are left of ` +
        "what a request may have. Scale it down.",
    );
  }
  return toGrey(decode(structure), header, paletteSize);
}

/**
 * Runs upng-js with two of its steps replaced: inflation, which it does not bound, and the putting
 * together of interlaced images, which it gets wrong.
 */
function decode({ file, header, imageBytes }: Structure): Decoded {
  const { _inflate, _readInterlace } = UPNG.decode;
  UPNG.decode._inflate = (image) => {
    // upng-js puts zeros behind the image data, which could stand in for a checksum that is cut.
    const data = inflateExactly(image.subarray(0, imageBytes), inflatedBytes(header));
    checkFilters(data, header);
    return data;
  };
  UPNG.decode._readInterlace = (data, decoded) => deinterlace(data, decoded, header);
  try {
    return UPNG.decode(file.buffer);
  } finally {
    // Whoever else uses upng-js in this program gets it as it was.
    UPNG.decode._inflate = _inflate;
    UPNG.decode._readInterlace = _readInterlace;
  }
}
