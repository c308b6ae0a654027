import { BRIGHT } from "../Plane.ts";
import { SIDE } from "./side.ts";

/** The pixels that are left, and those yet to be looked at: for one digit after the other. */
const isLeft = new Uint8Array(SIDE * SIDE);
const stack = new Int16Array(SIDE * SIDE);

/** Where a pixel's eight neighbours are. Digits keep clear of the border, so that none lies beyond it. */
const NEIGHBOURS = [-SIDE - 1, -SIDE, -SIDE + 1, -1, 1, SIDE - 1, SIDE, SIDE + 1];

/**
 * The share of a digit's ink that does not hang together with most of it.
 *
 * @param pixels grey levels [28][28]
 */
export function strayShare(pixels: Uint8Array): number {
  for (let i = 0; i < pixels.length; i++) isLeft[i] = Number(pixels[i] >= BRIGHT);
  let [all, most] = [0, 0];
  for (let i = 0; i < isLeft.length; i++) {
    if (isLeft[i] === 0) continue;
    const area = takeAway(i);
    all += area;
    if (area > most) most = area;
  }
  return all === 0 ? 0 : 1 - most / all;
}

/** Takes away what hangs together with a pixel, and counts it. */
function takeAway(start: number): number {
  stack[0] = start;
  isLeft[start] = 0;
  let area = 0;
  for (let size = 1; size > 0; ) {
    const i = stack[--size];
    area++;
    for (let k = 0; k < NEIGHBOURS.length; k++) {
      const near = i + NEIGHBOURS[k];
      if (isLeft[near] !== 1) continue;
      isLeft[near] = 0;
      stack[size++] = near;
    }
  }
  return area;
}
