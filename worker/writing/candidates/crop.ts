import type { Layer } from "../ground/layers.ts";
import { BRIGHT, boxAround, type Plane } from "../Plane.ts";
import type { Labelled } from "../shapes/label.ts";
import { firstRunIn } from "../shapes/runs.ts";
import type { Shape } from "../shapes/Shape.ts";

/** What a level becomes at a soft edge and in a stroke, and at which threshold: most cut-outs share one. */
const soft = new Uint8Array(256);
const full = new Uint8Array(256);
let tabled = 0;

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
  if (threshold.level !== tabled) tabulate(threshold.level);
  const width = box.width + 2;
  const height = box.height + 2;
  const levels = steps.bytes(width * height);
  const isChosen = new Set(chosen.map(({ component }) => component));
  for (let y = 0; y < box.height; y++) {
    const start = (box.top + y) * ink.width + box.left;
    const end = start + box.width;
    const shift = (y + 1) * width + 1 - start;
    const last = runs.firstOfRow[box.top + y + 1] - 1;
    let run = firstRunIn(runs, start, runs.firstOfRow[box.top + y], last);
    for (; run <= last && runs.start[run] < end; run++) {
      const component = runs.component[run];
      const isStroke = runs.isInk[run] === 1 && components.isStrong[component] === 1;
      if (isStroke && !isChosen.has(component)) continue;
      const table = isStroke ? full : soft;
      const from = Math.max(start, runs.start[run]);
      const to = Math.min(end, runs.end[run]);
      for (let i = from; i < to; i++) levels[i + shift] = table[ink.levels[i]];
    }
  }
  return { width, height, levels };
}

function tabulate(threshold: number): void {
  for (let level = 0; level < 256; level++) {
    const scaled = Math.round((level * BRIGHT) / threshold);
    soft[level] = Math.min(BRIGHT - 1, scaled);
    full[level] = Math.min(255, Math.max(BRIGHT, scaled));
  }
  tabled = threshold;
}
