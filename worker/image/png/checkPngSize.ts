import { InputError } from "../../errors/InputError.ts";
import { checkSize, type SizeLimits } from "../checkSize.ts";
import { LONGEST_SIDE } from "../pictureKernels.ts";
import type { Header } from "./header.ts";

/**
 * Holds a PNG's size to the limits, and takes it off what they leave to a request's other pictures.
 *
 * An image is decoded band by band, but an interlaced one comes in seven passes over all of it: where it is
 * averaged down, all sums are held at once.
 *
 * @throws InputError 413
 */
export function checkPngSize({ width, height, interlaced }: Header, left: SizeLimits): void {
  checkSize(width, height, left, "maxPixels", LONGEST_SIDE);
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
