import { InputError } from "../errors/InputError.ts";
import type { SizeLimits } from "./checkSize.ts";
import type { DecodedImage } from "./GreyImage.ts";
import type { JpegDecoder } from "./jpeg/bindJpegDecoder.ts";
import { isJpeg } from "./jpeg/signature.ts";
import { describeOtherFormat } from "./otherFormats.ts";
import { pixelDecoder } from "./png/decodeInKernels.ts";
import { decodePlainly } from "./png/decodePlainly.ts";
import { decodePng, type PixelDecoder } from "./png/decodePng.ts";
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
 * @param kernels build/kernels.wasm, compiled; without it, PNGs are decoded in JavaScript, several times
 *   slower
 * @throws InputError 400 if the format is not decoded or the file is broken, 413 if it is over a
 *   limit
 */
export function decodeImage(
  bytes: Uint8Array,
  limits: Readonly<SizeLimits>,
  decodeJpeg?: JpegDecoder,
  kernels?: WebAssembly.Module,
): DecodedImage {
  const decodePixels = kernels ? pixelDecoder(kernels) : decodePlainly;
  return decodeNext(bytes, { ...limits }, decodePixels, decodeJpeg);
}

/**
 * Decodes one of several pictures that share the limits, as decodeImage does.
 *
 * @param left what the pictures before it have left; its own pixels are taken off
 * @param decodePixels of PNGs, by kernels or by JavaScript
 */
export function decodeNext(
  bytes: Uint8Array,
  left: SizeLimits,
  decodePixels: PixelDecoder,
  decodeJpeg?: JpegDecoder,
): DecodedImage {
  // Pictures first: to look for all that is not one takes longer than a small picture.
  if (isPng(bytes)) return decodePng(bytes, left, decodePixels);
  if (isJpeg(bytes)) {
    if (decodeJpeg) return decodeJpeg(bytes, left);
    throw new InputError(400, "The image is a JPEG, which is not supported here. Send a PNG.");
  }
  if (bytes.length === 0) {
    throw new InputError(400, "The image is empty: 0 bytes. Send a PNG or JPEG file.");
  }
  throw new InputError(
    400,
    describeOtherFormat(bytes) ??
      "The image is not a PNG or JPEG. Convert it to one of them and send it again.",
  );
}
