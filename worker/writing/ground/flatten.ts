import type { GreyImage } from "../../image/GreyImage.ts";
import { BRIGHT, type Plane } from "../Plane.ts";

/**
 * Composites an image: lays it on black where what is drawn in it is bright, on white where it is
 * dark.
 *
 * @returns grey levels, the image's own where it is opaque
 */
export function flatten({ width, height, grey, alpha }: GreyImage): Plane {
  if (!alpha) return { width, height, levels: grey };
  let drawn = 0;
  let weight = 0;
  for (let i = 0; i < grey.length; i++) {
    drawn += grey[i] * alpha[i];
    weight += alpha[i];
  }
  const ground = drawn >= BRIGHT * weight ? 0 : 255;
  const levels = new Uint8Array(grey.length);
  for (let i = 0; i < grey.length; i++) {
    // Divided by 255 and rounded: no sum lies halfway between two of its multiples.
    levels[i] = ((grey[i] * alpha[i] + ground * (255 - alpha[i]) + 127) / 255) | 0;
  }
  return { width, height, levels };
}
