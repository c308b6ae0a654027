import type { Plane } from "../Plane.ts";
import { distanceAcross } from "./distance.ts";
import { FINE } from "./fineMask.ts";

/** The side of the box that MNIST's digits are scaled to, in pixels. */
export const BOX = 20;

/**
 * The stroke widths that stay as they are, in pixels of that box. Thinner lines are made as wide as
 * MNIST's strokes are in the median, measured as here; one in a hundred of them is wider than 5.
 */
const THINNEST = 2.6;
const THICKEST = 5;

/**
 * Makes thin strokes wider, and very thick ones thinner, until they have MNIST's width.
 *
 * @param mask 255 ink, 0 ground, FINE pixels along the ink's longer side
 * @returns how much of each pixel is ink: 0 none … 255 all
 */
export function evenStroke(mask: Plane): Plane {
  const { width, height, levels } = mask;
  const toGround = distanceAcross(mask, 255);
  const grow = growth(strokeWidth(toGround));
  // Pixels farther away than the outline moves are not reached.
  const toInk = distanceAcross(mask, 0, Math.max(0, grow) + 1);
  const coverage = new Uint8Array(levels.length);
  for (let i = 0; i < levels.length; i++) {
    // Distances are between centres of pixels; the outline lies half a pixel before the other side.
    const inside = toGround[i] > 0 ? toGround[i] - 0.5 : 0.5 - toInk[i];
    coverage[i] = (255 * Math.min(1, Math.max(0, inside + grow + 0.5)) + 0.5) | 0;
  }
  return { width, height, levels: coverage };
}

/**
 * The mean width of strokes: in a line of width w the distances to its edge are evenly spread from
 * 0 to w/2, so that their mean is w/4.
 *
 * @param toGround each pixel's distance to the ground, 0 on it
 */
export function strokeWidth(toGround: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (const distance of toGround) {
    if (distance === 0) continue;
    sum += distance - 0.5;
    count++;
  }
  return (4 * sum) / count;
}

/**
 * By how many pixels of the fine grid to move the outline of a stroke, such that its width is right
 * once the digit, which grows with it, fills the box.
 */
function growth(width: number): number {
  const inBox = (width * BOX) / FINE;
  const wanted = Math.min(THICKEST, Math.max(THINNEST, inBox));
  return wanted === inBox ? 0 : (wanted * FINE - BOX * width) / (2 * (BOX - wanted));
}
