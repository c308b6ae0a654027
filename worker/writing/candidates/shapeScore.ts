import { longerSide, boxAround } from "../Plane.ts";
import type { Ground } from "../ground/Ground.ts";
import type { Levels, Layer } from "../ground/layers.ts";
import type { Group } from "../shapes/groups.ts";
import type { Labelled } from "../shapes/label.ts";
import type { Roles } from "../shapes/roles.ts";

/** Evidence on a group's shape and place. */
export interface Evidence {
  /** The mean width of its strokes, as a share of its longer side. */
  width: number;
  /** Width by height. */
  aspect: number;
  /** The share of its outline that lies on the border of its ground. */
  border: number;
  /** Its longer side, as a share of its ground's. */
  size: number;
  /** The share of all that is as dark as it. */
  explained: number;
  /** The share of the ground's strokes, specks included. */
  share: number;
  parts: number;
  depth: number;
}

export function evidence(ground: Ground, levels: Levels, layer: Layer, labelled: Labelled, roles: Roles, group: Group): Evidence {
  const { strokes, by } = group;
  let [area, outline, onBorder] = [0, 0, 0];
  for (const s of strokes) {
    area += s.area;
    outline += s.outline;
    onBorder += s.onBorder;
  }
  let total = 0;
  for (const s of roles.strokes) total += s.area;
  const box = boxAround(strokes);
  return {
    width: (2.55 * area) / outline / longerSide(box),
    aspect: box.width / box.height,
    border: onBorder / outline,
    size: longerSide(box) / longerSide(ground.flat),
    explained: explained(levels, layer, labelled, group, area),
    share: by === "edges" || total === 0 ? 1 : area / total,
    parts: strokes.length,
    depth: ground.depth,
  };
}

/** Of the pixels that are as dark as a group's, the share that is its own. */
function explained({ flat, histogram }: Levels, { isDark }: Layer, { runs, components }: Labelled, { strokes, underline }: Group, area: number): number {
  const own = new Uint8Array(components.count);
  for (const { component } of strokes) own[component] = 1;
  let [ink, around, n] = [0, 0, 0];
  const last = flat.levels.length - 1;
  for (let run = 0; run < runs.count; run++) {
    if (own[runs.component[run]] === 0) continue;
    const [start, end] = [runs.start[run], runs.end[run]];
    for (let i = start; i < end; i++) ink += flat.levels[i];
    around += flat.levels[Math.max(0, start - 3)] + flat.levels[Math.min(last, end + 2)];
    n += 2;
  }
  const middle = Math.round((ink / area + around / n) / 2);
  let like = 0;
  if (isDark) for (let v = 0; v < middle; v++) like += histogram[v];
  else for (let v = middle; v < 256; v++) like += histogram[v];
  return Math.min(1, (area + underline) / Math.max(1, like));
}

/** The log-odds */
export function shapeScore(e: Evidence, by: Group["by"]): number {
  return (
    -16 * Math.max(0, e.width - 0.2) -
    0.85 * Math.max(0, Math.log(e.aspect / 1.1)) +
    1.04 * Math.log(Math.max(0.003, e.explained)) -
    6 * Math.max(0, e.border - 0.03) -
    5 * Math.max(0, e.border - 0.12) -
    (by === "edges" ? 0.8 : 0) -
    (by === "near" ? 1 : 0) -
    0.2 * e.depth -
    (e.size < 0.25 ? 0.65 : 0) -
    1.3 * Math.log(e.parts) +
    1.1 * Math.log(Math.max(0.02, e.share))
  );
}
