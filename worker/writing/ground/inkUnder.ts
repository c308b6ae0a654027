/**
 * The least light, as the ground's grey level, that is brought to full light: ground darker than
 * this is more likely paint than shadow.
 */
export const DIMMEST = 128;

/**
 * How much ink takes away so much light, had it been in full light.
 *
 * @param light the ground's grey level
 * @param depth by how much a pixel is below it
 * @returns 0 … 255
 */
export function inkUnder(light: number, depth: number): number {
  return Math.max(0, Math.min(255, Math.round((depth * 255) / Math.max(DIMMEST, light))));
}
