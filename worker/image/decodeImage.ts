import { InputError } from "../errors/InputError.ts";
import type { SizeLimits } from "./checkSize.ts";
import type { DecodedImage } from "./GreyImage.ts";
import { decodePng } from "./png/decodePng.ts";
import { isPng } from "./png/signature.ts";

/** The formats that are read, by what their files start with. */
const FORMATS = [{ is: isPng, decode: decodePng }];

/** Media types of the formats that are read. */
export const IMAGE_TYPES: readonly string[] = ["image/png"];

/** Whether bytes start as a file of a format that is read. */
export function isImage(bytes: Uint8Array): boolean {
  return FORMATS.some(({ is }) => is(bytes));
}

/**
 * Decodes a picture to grey levels. Its bytes tell the format, whatever it is declared as.
 *
 * @throws InputError 400 if the format is not read or the file is broken, 413 if it is over a limit
 */
export function decodeImage(bytes: Uint8Array, limits: SizeLimits): DecodedImage {
  if (bytes.length === 0) {
    throw new InputError(400, "The image is empty: 0 bytes. Send a PNG file.");
  }
  const format = FORMATS.find(({ is }) => is(bytes));
  if (!format) {
    throw new InputError(400, "The image is not a PNG. Convert it to PNG and send it again.");
  }
  return format.decode(bytes, limits);
}
