import { BRIGHT, boxAround, type Plane } from "../Plane.ts";
import type { Labelled, Runs } from "../shapes/label.ts";
import type { Shape } from "../shapes/Shape.ts";

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
  { runs, components }: Labelled,
  chosen: Shape[],
): Plane {
  const box = boxAround(chosen);
  const width = box.width + 2;
  const height = box.height + 2;
  const levels = new Uint8Array(width * height);
  const soft = new Uint8Array(256);
  const full = new Uint8Array(256);
  for (let level = 0; level < 256; level++) {
    const scaled = Math.round((level * BRIGHT) / threshold);
    soft[level] = Math.min(BRIGHT - 1, scaled);
    full[level] = Math.min(255, Math.max(BRIGHT, scaled));
  }
  const isChosen = new Set(chosen.map(({ component }) => component));
  let run = firstRunIn(runs, box.top * ink.width);
  for (let y = 0; y < box.height; y++) {
    const row = (box.top + y) * ink.width;
    const end = row + box.left + box.width;
    const shift = (y + 1) * width + 1 - row - box.left;
    let i = row + box.left;
    for (; run < runs.count && runs.start[run] < end; run++) {
      if (
        runs.isInk[run] === 0 ||
        components.isStrong[runs.component[run]] === 0 ||
        runs.end[run] <= i
      )
        continue;
      look(ink.levels, i, runs.start[run], soft, levels, shift);
      i = runs.end[run] < end ? runs.end[run] : end;
      if (!isChosen.has(runs.component[run])) continue;
      look(ink.levels, runs.start[run], i, full, levels, shift);
    }
    look(ink.levels, i, end, soft, levels, shift);
  }
  return { width, height, levels };
}

/** The run that a pixel is in. */
function firstRunIn({ count, end }: Runs, pixel: number): number {
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (end[middle] > pixel) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Looks the levels from `start` to before `end` up, and puts what is found `shift` places on. */
function look(
  from: Uint8Array,
  start: number,
  end: number,
  table: Uint8Array,
  to: Uint8Array,
  shift: number,
): void {
  for (let i = start; i < end; i++) {
    if (from[i] > 0) to[i + shift] = table[from[i]];
  }
}
