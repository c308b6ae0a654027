import { reductionFactor } from "../AreaAverage.ts";
import type { SizeLimits } from "../checkSize.ts";
import type { DecodedImage, GreyImage } from "../GreyImage.ts";
import { turnUpright } from "../orientation.ts";
import { checkPngSize } from "./checkPngSize.ts";
import { checkStructure, type Structure } from "./structure.ts";

/**
 * Decodes the pixels of a file whose structure has been checked.
 *
 * @param factor by which they are averaged down
 * @throws InputError 400 if the image data is corrupt, or of another size than the header announces
 */
export type PixelDecoder = (structure: Structure, factor: number) => GreyImage;

/**
 * Decodes a PNG file of any colour type and depth to grey levels, upright.
 *
 * The structure is checked first and the size held against the limits, so that only well-formed
 * files whose cost is known are inflated.
 *
 * @param bytes that start with the signature
 * @param left of the limits; the image's pixels are taken off
 * @throws InputError 400 if it is broken, 413 if it is over a limit
 */
export function decodePng(
  bytes: Uint8Array,
  left: SizeLimits,
  decodePixels: PixelDecoder,
): DecodedImage {
  const structure = checkStructure(bytes);
  const { width, height } = structure.header;
  checkPngSize(structure.header, left);
  const image = decodePixels(structure, reductionFactor(width, height));
  return { ...turnUpright(image, structure.orientation), stored: { width, height } };
}
