import type { Plane } from "../Plane.ts";

/** What something may be written on: the picture itself, or a card, panel or frame in another. */
export interface Ground {
  /** Its grey levels, cut out; beyond its edge they go on as they are along it. */
  flat: Plane;
  /** Pixels of the picture, along a side, to one of these. */
  scale: number;
  /** Where it is in the picture, in the picture's pixels. */
  left: number;
  top: number;
  /** How many others it lies in. */
  depth: number;
}

/** A picture as a ground. */
export function whole(flat: Plane): Ground {
  return { flat, scale: 1, left: 0, top: 0, depth: 0 };
}

/** How many grounds are looked at, and how deep they lie. */
const MOST = 12;
const DEEPEST = 3;

/** Two grounds that share so much of the larger one's pixels are the same. */
const SAME = 0.85;

/** One that has so much of the picture is the picture. */
const WHOLE = 0.99;

/** Adds those of some grounds that are not there yet, as far as there is room for them. */
export function addGrounds(grounds: Ground[], more: Ground[]): void {
  for (const ground of more) {
    if (grounds.length === MOST || ground.depth > DEEPEST) return;
    if (!grounds.some((other) => areSame(ground, other))) grounds.push(ground);
  }
}

function areSame(a: Ground, b: Ground): boolean {
  if (a.scale !== b.scale) return false;
  const right = Math.min(a.left + a.scale * a.flat.width, b.left + b.scale * b.flat.width);
  const bottom = Math.min(a.top + a.scale * a.flat.height, b.top + b.scale * b.flat.height);
  const width = right - Math.max(a.left, b.left);
  const height = bottom - Math.max(a.top, b.top);
  const larger = a.scale ** 2 * Math.max(a.flat.levels.length, b.flat.levels.length);
  return width > 0 && height > 0 && width * height > (b.depth === 0 ? WHOLE : SAME) * larger;
}
