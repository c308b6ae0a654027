import { type Box, BRIGHT, type Plane } from "../../Plane.ts";
import type { Steps } from "../../Steps.ts";
import type { Seam } from "./seams.ts";

/** What lies between two seams: cut out with a margin of a pixel, and where. */
export function between(
  { width, height, levels }: Plane,
  start: Seam,
  end: Seam,
  steps: Steps,
): { cutOut: Plane; box: Box } | null {
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let y = 0; y < height; y++) {
    for (let x = start.columns[y]; x < end.columns[y]; x++) {
      if (levels[y * width + x] < BRIGHT) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  if (right < 0) return null;
  const box = { left, top, width: right - left + 1, height: bottom - top + 1 };
  const cutOut = {
    width: box.width + 2,
    height: box.height + 2,
    levels: steps.bytes((box.width + 2) * (box.height + 2)),
  };
  for (let y = -1; y <= box.height; y++) {
    const row = top + y;
    if (row < 0 || row >= height) continue;
    const from = Math.max(left - 1, start.columns[row]);
    const to = Math.min(right + 2, end.columns[row], width);
    for (let x = Math.max(0, from); x < to; x++) {
      const level = levels[row * width + x];
      const isRim = y < 0 || y === box.height || x < left || x > right;
      cutOut.levels[(y + 1) * cutOut.width + x - left + 1] = isRim
        ? Math.min(level, BRIGHT - 1)
        : level;
    }
  }
  return { cutOut, box };
}
