import { BRIGHT, boxAround, type Plane } from "../Plane.ts";
import type { Component, Labelled } from "./components.ts";

/**
 * Cuts the chosen components out, with a margin of one pixel of ground.
 *
 * @param ink how much ink there is
 * @param threshold the level from which on a pixel is ink
 * @returns levels from BRIGHT on for the components' pixels, below for the soft edges around them,
 *   and 0 for every other component's
 */
export function crop(
  ink: Plane,
  threshold: number,
  { labels }: Labelled,
  chosen: Component[],
): Plane {
  const box = boxAround(chosen);
  const labelsChosen = new Set(chosen.map(({ label }) => label));
  const width = box.width + 2;
  const height = box.height + 2;
  const levels = new Uint8Array(width * height);
  for (let y = 0; y < box.height; y++) {
    for (let x = 0; x < box.width; x++) {
      const from = (box.top + y) * ink.width + box.left + x;
      if (ink.levels[from] === 0) continue;
      const level = Math.round((ink.levels[from] * BRIGHT) / threshold);
      const label = labels[from];
      if (label === 0) levels[(y + 1) * width + x + 1] = Math.min(BRIGHT - 1, level);
      else if (labelsChosen.has(label))
        levels[(y + 1) * width + x + 1] = Math.min(255, Math.max(BRIGHT, level));
    }
  }
  return { width, height, levels };
}
