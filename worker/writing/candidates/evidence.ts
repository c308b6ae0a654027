import type { Ground } from "../ground/Ground.ts";
import type { Levels } from "../ground/layers.ts";
import { type Box, boxAround, longerSide } from "../Plane.ts";
import type { Group } from "../shapes/groups.ts";
import type { Labelled } from "../shapes/label.ts";
import type { Roles } from "../shapes/roles.ts";

/** Pixels from a stroke to where its ground is looked at: past its soft edge. */
const BESIDE = 3;

/** An outline along the sides of pixels is so many times as long as a smooth one, over all directions. */
const STAIRS = 4 / Math.PI;

/** The form of strokes in numbers that do not change with their size. */
export interface Form {
  /** The mean width of the strokes, as a share of their longer side. */
  width: number;
  /** Width by height of their box. */
  aspect: number;
  /** The share of their box that they fill. */
  fill: number;
  /** How long their outline is, in widths and heights of their box. */
  tangle: number;
}

/** What speaks for or against a group of strokes, none of it asking what digit it is. */
export interface Evidence extends Form {
  /** The share of their outline that lies on the border of their ground. */
  border: number;
  /** Their longer side, as a share of the picture's. */
  size: number;
  /** Of all pixels of the ground that are as dark, or as bright, the share that is theirs. */
  explained: number;
  /** Of all the ground's strokes, specks included, the share that is theirs. */
  share: number;
  /** How many they are. */
  parts: number;
  /** How many grounds theirs lies in. */
  depth: number;
  /** Pixels of the picture to one of those that they were looked for in. */
  scale: number;
}

/** Where a group was found. */
export interface Place {
  levels: Levels;
  isDark: boolean;
  labelled: Labelled;
  roles: Roles;
  ground: Ground;
  /** The picture's longer side. */
  side: number;
}

export function evidence(group: Group, place: Place): Evidence {
  const { strokes, by, underline } = group;
  const box: Box = boxAround(strokes);
  const area = sum(strokes, "area");
  const outline = sum(strokes, "outline");
  const total = sum(place.roles.strokes, "area");
  return {
    ...formOf(box, area, outline),
    border: sum(strokes, "onBorder") / outline,
    size: (longerSide(box) * place.ground.scale) / place.side,
    explained: explained(group, area, place),
    share: by === "edges" || total === 0 ? 1 : Math.min(1, (area + underline) / total),
    parts: strokes.length,
    depth: place.ground.depth,
    scale: place.ground.scale,
  };
}

/** @param outline sides of pixels between the strokes and others */
export function formOf(box: Box, area: number, outline: number): Form {
  return {
    width: (2 * STAIRS * area) / outline / longerSide(box),
    aspect: box.width / box.height,
    fill: area / (box.width * box.height),
    tangle: outline / (box.width + box.height),
  };
}

function sum(shapes: Group["strokes"], what: "area" | "outline" | "onBorder"): number {
  return shapes.reduce((total, shape) => total + shape[what], 0);
}

/**
 * Of all pixels that are as far to the ink's side, the share that is a group's own. Their level is
 * halfway between the group's and that of what is beside it: what lies in the hole of a 0 is bright
 * on dark ink, but so is all around the 0.
 */
function explained({ strokes, underline }: Group, area: number, place: Place): number {
  const { runs, components } = place.labelled;
  const { flat, histogram } = place.levels;
  const isOwn = new Uint8Array(components.count);
  for (const { component } of strokes) isOwn[component] = 1;
  const last = flat.levels.length - 1;
  let [ink, beside, count] = [0, 0, 0];
  for (let run = 0; run < runs.count; run++) {
    if (isOwn[runs.component[run]] === 0) continue;
    const [start, end] = [runs.start[run], runs.end[run]];
    for (let i = start; i < end; i++) ink += flat.levels[i];
    beside += flat.levels[Math.max(0, start - BESIDE)];
    beside += flat.levels[Math.min(last, end - 1 + BESIDE)];
    count += 2;
  }
  const middle = Math.round((ink / area + beside / count) / 2);
  let like = 0;
  const [from, to] = place.isDark ? [0, middle] : [middle, 256];
  for (let level = from; level < to; level++) like += histogram[level];
  return Math.min(1, (area + underline) / Math.max(1, like));
}
