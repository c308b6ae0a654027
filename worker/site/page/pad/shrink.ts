/**
 * The size of a picture whose longer side is at most so long, its aspect kept as far as whole pixels
 * allow.
 *
 * @returns width and height, at least 1 each
 */
export function shrink(
  width: number,
  height: number,
  longest: number,
): [width: number, height: number] {
  const scale = Math.min(1, longest / Math.max(width, height));
  return [Math.max(1, Math.floor(width * scale)), Math.max(1, Math.floor(height * scale))];
}
