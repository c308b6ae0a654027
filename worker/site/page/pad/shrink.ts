import type { Limits } from "../../../settings/limits.ts";

/**
 * The size of a picture within the limits, its aspect kept as far as whole pixels allow.
 *
 * @returns width and height, at least 1 each
 */
export function shrink(
  width: number,
  height: number,
  { maxSide, maxPixels }: Pick<Limits, "maxPixels" | "maxSide">,
): [width: number, height: number] {
  const scale = Math.min(
    1,
    maxSide / Math.max(width, height),
    Math.sqrt(maxPixels / (width * height)),
  );
  return [Math.max(1, Math.floor(width * scale)), Math.max(1, Math.floor(height * scale))];
}
