import { InputError } from "../errors/InputError.ts";
import type { SizeLimits } from "./checkSize.ts";
import type { DecodedImage } from "./GreyImage.ts";
import type { JpegDecoder } from "./jpeg/bindJpegDecoder.ts";
import { isJpeg } from "./jpeg/signature.ts";
import { describeOtherFormat } from "./otherFormats.ts";
import { decodePng } from "./png/decodePng.ts";
import { isPng } from "./png/signature.ts";

/** Media types of the formats that are decoded. */
export const IMAGE_TYPES: readonly string[] = ["image/png", "image/jpeg"];

/** Whether bytes start as a file of a format that is decoded. */
export function isImage(bytes: Uint8Array): boolean {
  return isPng(bytes) || isJpeg(bytes);
}

/**
 * Decodes a picture to grey levels. Its bytes tell the format, whatever it is declared as.
 *
 * @param decodeJpeg without it, JPEGs are refused
 * @throws InputError 400 if the format is not decoded or the file is broken, 413 if it is over a
 *   limit
 */
export function decodeImage(
  bytes: Uint8Array,
  limits: Readonly<SizeLimits>,
  decodeJpeg?: JpegDecoder,
): DecodedImage {
  return decodeNext(bytes, { ...limits }, decodeJpeg);
}

/**
 * Decodes one of several pictures that share the limits, as decodeImage does.
 *
 * @param left what the pictures before it have left; its own pixels are taken off
 */
export function decodeNext(
  bytes: Uint8Array,
  left: SizeLimits,
  decodeJpeg?: JpegDecoder,
): DecodedImage {
  if (bytes.length === 0) {
    throw new InputError(400, "The image is empty: 0 bytes. Send a PNG or JPEG file.");
  }
  const other = describeOtherFormat(bytes);
  if (other) throw new InputError(400, other);
  if (isPng(bytes)) return decodePng(bytes, left);
  if (!isJpeg(bytes)) {
    throw new InputError(
      400,
      "The image is not a PNG or JPEG. Convert it to one of them and send it again.",
    );
  }
  if (!decodeJpeg) {
    throw new InputError(400, "The image is a JPEG, which is not supported here. Send a PNG.");
  }
  return decodeJpeg(bytes, left);
}
