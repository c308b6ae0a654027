import { type Box, BRIGHT, type Plane } from "../../Plane.ts";
import type { Steps } from "../../Steps.ts";
import type { Seam } from "./seams.ts";

/** Where there is ink between two seams of a cut-out; null where there is none. */
export function boxBetween({ next }: Seam, { columns, previous }: Seam): Box | null {
  let [left, right, top, bottom] = [0, -1, 0, 0];
  for (let y = 0; y < columns.length; y++) {
    if (next[y] >= columns[y]) continue;
    if (right < 0) [left, top] = [next[y], y];
    if (next[y] < left) left = next[y];
    if (previous[y] > right) right = previous[y];
    bottom = y;
  }
  return right < 0 ? null : { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/**
 * Cuts out what lies between two seams, with a margin of a pixel.
 *
 * @param plane which the seams lead through
 * @param box where its ink is
 */
export function cutBetween(
  { width, height, levels }: Plane,
  box: Box,
  start: Seam,
  end: Seam,
  { bytes }: Pick<Steps, "bytes">,
): Plane {
  const [wide, high] = [box.width + 2, box.height + 2];
  const cutOut = { width: wide, height: high, levels: bytes(wide * high) };
  const [left, top] = [box.left - 1, box.top - 1];
  for (let y = Math.max(0, -top); y < high && top + y < height; y++) {
    const row = (top + y) * width;
    const from = Math.max(0, left, start.columns[top + y]);
    const to = Math.min(width, left + wide, end.columns[top + y]);
    const shift = y * wide - left - row;
    for (let i = row + from; i < row + to; i++) cutOut.levels[i + shift] = levels[i];
  }
  for (let x = 0; x < wide; x++) {
    dim(cutOut.levels, x);
    dim(cutOut.levels, (high - 1) * wide + x);
  }
  for (let y = 0; y < high; y++) {
    dim(cutOut.levels, y * wide);
    dim(cutOut.levels, y * wide + wide - 1);
  }
  return cutOut;
}

/** Makes ink a soft edge. */
function dim(levels: Uint8Array, pixel: number): void {
  if (levels[pixel] >= BRIGHT) levels[pixel] = BRIGHT - 1;
}
