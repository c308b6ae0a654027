import { InputError } from "../errors/InputError.ts";
import type { Limits } from "../settings/limits.ts";

/** The limits that a picture's size is held to. */
export type SizeLimits = Pick<Limits, "maxPixels" | "maxSide">;

/**
 * Holds a picture's size, as its header announces it, to the limits, before anything is decoded.
 *
 * @param limits of which `maxPixels` is what earlier pictures of the request have left
 * @throws InputError 413
 */
export function checkSize(width: number, height: number, { maxPixels, maxSide }: SizeLimits): void {
  if (Math.max(width, height) > maxSide) {
    throw new InputError(
      413,
      `The image is ${width}×${height} pixels; a side may have ${maxSide}. Scale it down.`,
    );
  }
  if (width * height > maxPixels) {
    throw new InputError(
      413,
      `The image is ${width}×${height}, ${width * height} pixels; ${maxPixels} are left of ` +
        "what a request may have. Scale it down.",
    );
  }
}
