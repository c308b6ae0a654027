import { InputError } from "../errors/InputError.ts";
import type { Limits } from "../settings/limits.ts";

/** The limits that the pictures of a request are held to; what they have is taken off. */
export type SizeLimits = Pick<
  Limits,
  "maxPixels" | "maxInterlacedPixels" | "maxJpegPixels" | "maxProgressivePixels" | "maxSide"
>;

/** Where a format has more to say of a picture's size. */
interface Sizes {
  /** Pixels that a side may have at most, whatever the limits. */
  longest?: number;
  /** How many pixels each of the picture's counts as. */
  weight?: number;
  /** Which pixels these are, and what to do beside scaling down. */
  sort?: string;
  advice?: string;
}

/**
 * Holds a picture's size, as its header announces it, to the limits before anything is decoded, and
 * takes its pixels off.
 *
 * @param left what earlier pictures of the request have left of the limits
 * @param limit the one of them that the picture's pixels count against
 * @throws InputError 413
 */
export function checkSize(
  width: number,
  height: number,
  left: SizeLimits,
  limit: "maxPixels" | "maxJpegPixels",
  {
    longest = Number.POSITIVE_INFINITY,
    weight = 1,
    sort = "",
    advice = "Scale it down.",
  }: Sizes = {},
): void {
  const most = Math.min(left.maxSide, longest);
  if (Math.max(width, height) > most) {
    throw new InputError(
      413,
      `The image is ${width}×${height} pixels; a side may have ${most}. Scale it down.`,
    );
  }
  const pixels = width * height;
  if (pixels * weight > left[limit]) {
    throw new InputError(
      413,
      `The image is ${width}×${height}, ${pixels} pixels${sort}; ${left[limit]} are left of ` +
        `what a request may have. ${advice}`,
    );
  }
  left[limit] -= pixels * weight;
}
