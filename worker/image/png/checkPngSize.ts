import { InputError } from "../../errors/InputError.ts";
import { checkSize, type SizeLimits } from "../checkSize.ts";
import { LONGEST_SIDE } from "../pictureKernels.ts";
import type { Header } from "./header.ts";

/** How many pixels each one of 16-bit samples counts as: it has up to eight times the bytes to inflate. */
export const DEEP_WEIGHT = 4;
const DEEP = {
  weight: DEEP_WEIGHT,
  sort: ` of 16 bits a sample, each of which counts as ${DEEP_WEIGHT}`,
  advice: "Save it with 8 bits a sample, or scale it down.",
};

/**
 * Holds a PNG's size to the limits, and takes it off what they leave to a request's other pictures.
 *
 * An image is decoded band by band, but an interlaced one comes in seven passes over all of it: where it is
 * averaged down, all sums are held at once.
 *
 * @throws InputError 413
 */
export function checkPngSize(header: Header, left: SizeLimits): void {
  const { width, height, depth, interlaced } = header;
  checkSize(width, height, left, "maxPixels", {
    longest: LONGEST_SIDE,
    ...(depth === 16 ? DEEP : {}),
  });
  if (!interlaced) return;
  if (width * height > left.maxInterlacedPixels) {
    throw new InputError(
      413,
      `The PNG is ${width}×${height} pixels and interlaced; a request's interlaced PNGs have ` +
        `${left.maxInterlacedPixels} pixels left. Save it without interlacing, or scale it down.`,
    );
  }
  left.maxInterlacedPixels -= width * height;
}
