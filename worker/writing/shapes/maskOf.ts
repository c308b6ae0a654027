import { boxAround, type Plane } from "../Plane.ts";
import type { Labelled } from "./label.ts";
import { firstRunIn } from "./runs.ts";
import type { Shape } from "./Shape.ts";

/**
 * The pixels of some shapes in their box.
 *
 * @param width of the plane that they are in
 * @param margin pixels of ground around the box
 * @returns 255 for theirs, 0 for every other
 */
export function maskOf(
  shapes: Shape[],
  { runs }: Pick<Labelled, "runs">,
  width: number,
  margin: number,
): Plane {
  const box = boxAround(shapes);
  const size = { width: box.width + 2 * margin, height: box.height + 2 * margin };
  const levels = new Uint8Array(size.width * size.height);
  const isOwn = new Set(shapes.map(({ component }) => component));
  const end = (box.top + box.height) * width;
  let run = firstRunIn(runs, box.top * width);
  for (; run < runs.count && runs.start[run] < end; run++) {
    if (!isOwn.has(runs.component[run])) continue;
    const row = Math.floor(runs.start[run] / width);
    const to = (row - box.top + margin) * size.width + margin - box.left - row * width;
    levels.fill(255, runs.start[run] + to, runs.end[run] + to);
  }
  return { ...size, levels };
}
