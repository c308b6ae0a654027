import { SIDE } from "../form/side.ts";
import { BRIGHT } from "../Plane.ts";

/**
 * The share of a digit's ink that does not hang together with most of it.
 *
 * @param pixels grey levels [28][28]
 */
export function strayShare(pixels: Uint8Array): number {
  const isLeft = pixels.map((level) => (level >= BRIGHT ? 1 : 0));
  let [all, most] = [0, 0];
  for (let i = 0; i < isLeft.length; i++) {
    if (isLeft[i] === 0) continue;
    const area = takeAway(isLeft, i);
    all += area;
    if (area > most) most = area;
  }
  return all === 0 ? 0 : 1 - most / all;
}

/** Takes away what hangs together with a pixel, by eight neighbours, and counts it. */
function takeAway(isLeft: Uint8Array, start: number): number {
  const stack = [start];
  isLeft[start] = 0;
  let area = 0;
  for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
    area++;
    // Digits keep clear of the border, so that no neighbour lies beyond it.
    for (const row of [i - SIDE, i, i + SIDE]) {
      for (let near = row - 1; near <= row + 1; near++) {
        if (isLeft[near] !== 1) continue;
        isLeft[near] = 0;
        stack.push(near);
      }
    }
  }
  return area;
}
