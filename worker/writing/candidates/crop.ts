import type { Layer } from "../ground/layers.ts";
import { BRIGHT, boxAround, type Plane } from "../Plane.ts";
import type { Labelled } from "../shapes/label.ts";
import { firstRunIn } from "../shapes/runs.ts";
import type { Shape } from "../shapes/Shape.ts";

/** What a level becomes at a soft edge and in a stroke: for one cut-out after the other. */
const soft = new Uint8Array(256);
const full = new Uint8Array(256);

/**
 * Cuts the chosen components out, with a margin of one pixel of ground.
 *
 * @returns levels from BRIGHT on for the components' pixels, below for the soft edges around them,
 *   and 0 for every other component's
 */
export function crop(
  { ink, threshold, steps }: Layer,
  { runs, components }: Labelled,
  chosen: Shape[],
): Plane {
  const box = boxAround(chosen);
  for (let level = 0; level < 256; level++) {
    const scaled = Math.round((level * BRIGHT) / threshold.level);
    soft[level] = Math.min(BRIGHT - 1, scaled);
    full[level] = Math.min(255, Math.max(BRIGHT, scaled));
  }
  const cutOut = steps.mapBox(ink, box, soft);
  const { width, levels } = cutOut;
  const isChosen = new Set(chosen.map(({ component }) => component));
  let run = firstRunIn(runs, box.top * ink.width);
  for (let y = 0; y < box.height; y++) {
    const row = (box.top + y) * ink.width;
    const end = row + box.left + box.width;
    const shift = (y + 1) * width + 1 - row - box.left;
    for (; run < runs.count && runs.start[run] < end; run++) {
      if (runs.isInk[run] === 0 || components.isStrong[runs.component[run]] === 0) continue;
      const from = Math.max(row + box.left, runs.start[run]);
      const to = Math.min(end, runs.end[run]);
      if (isChosen.has(runs.component[run])) {
        for (let i = from; i < to; i++) levels[i + shift] = full[ink.levels[i]];
      } else if (from < to) {
        levels.fill(0, from + shift, to + shift);
      }
    }
  }
  return cutOut;
}
