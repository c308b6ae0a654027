import { InputError } from "../errors/InputError.ts";
import type { Limits } from "../settings/limits.ts";

/** The limits that the pictures of a request are held to; what they have is taken off. */
export type SizeLimits = Pick<
  Limits,
  "maxPixels" | "maxInterlacedPixels" | "maxJpegPixels" | "maxProgressivePixels" | "maxSide"
>;

/**
 * Holds a picture's size, as its header announces it, to the limits before anything is decoded, and
 * takes its pixels off.
 *
 * @param left what earlier pictures of the request have left of the limits
 * @param limit the one of them that the picture's pixels count against
 * @param longest pixels that a side may have at most, whatever the limits
 * @throws InputError 413
 */
export function checkSize(
  width: number,
  height: number,
  left: SizeLimits,
  limit: "maxPixels" | "maxJpegPixels",
  longest = Number.POSITIVE_INFINITY,
): void {
  const most = Math.min(left.maxSide, longest);
  if (Math.max(width, height) > most) {
    throw new InputError(
      413,
      `The image is ${width}×${height} pixels; a side may have ${most}. Scale it down.`,
    );
  }
  if (width * height > left[limit]) {
    throw new InputError(
      413,
      `The image is ${width}×${height}, ${width * height} pixels; ${left[limit]} are left of ` +
        "what a request may have. Scale it down.",
    );
  }
  left[limit] -= width * height;
}
