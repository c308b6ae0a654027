import { type Box, longerSide, type Plane } from "../Plane.ts";
import type { Shape } from "./shapes.ts";

/**
 * A component along the border has at least this share of its box's width and height there: a dark
 * corner nearly all, but where noise makes its inner edge ragged.
 */
const ALONG_BORDER = 0.6;

/** A frame spans this share of the picture both ways. */
const FRAME_SPAN = 0.7;

/** What may be the digit has this share of the picture's longer side. */
const LEAST_SIDE = 0.2;

/** Specks have less than this share of the largest component's pixels. */
const SPECK = 0.08;

/** Things apart are farther from the largest component than this share of its longer side … */
const APART = 0.5;

/** … and have less than this share of its pixels. */
const LESSER = 0.3;

/**
 * Drops frames, dark corners and edges, unless nothing that is left could be the digit: a digit that
 * fills its picture may lie along the border too.
 *
 * @param picture of which the components are
 */
export function dropFrames(components: Shape[], picture: Plane): Shape[] {
  const inside = components.filter((c) => !alongBorder(c) && !frames(c, components, picture));
  const least = LEAST_SIDE * longerSide(picture);
  return inside.some(({ box }) => longerSide(box) >= least) ? inside : components;
}

/** Drops specks, and lesser things far from the largest; what is left is the digit. */
export function dropSpecks(components: Shape[]): Shape[] {
  const [largest] = components.toSorted((a, b) => b.area - a.area);
  return components.filter(
    ({ area, box }) =>
      area >= SPECK * largest.area &&
      (area >= LESSER * largest.area || gap(box, largest.box) <= APART * longerSide(largest.box)),
  );
}

function alongBorder({ onBorder, box }: Shape): boolean {
  return onBorder >= ALONG_BORDER * (box.width + box.height);
}

/** Whether a component goes around another that may be the digit. */
function frames({ box }: Shape, components: Shape[], { width, height }: Plane): boolean {
  if (Math.min(box.width / width, box.height / height) < FRAME_SPAN) return false;
  return components.some(
    ({ box: other }) =>
      longerSide(other) >= LEAST_SIDE * longerSide(box) &&
      other.left > box.left &&
      other.top > box.top &&
      other.left + other.width < box.left + box.width &&
      other.top + other.height < box.top + box.height,
  );
}

/** Pixels between two boxes, the larger of across and down. */
function gap(a: Box, b: Box): number {
  const across = Math.max(a.left - b.left - b.width, b.left - a.left - a.width);
  const down = Math.max(a.top - b.top - b.height, b.top - a.top - a.height);
  return Math.max(0, across, down);
}
