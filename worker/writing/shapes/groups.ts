import { type Box, boxAround, longerSide } from "../Plane.ts";
import type { Roles } from "./roles.ts";
import type { Shape } from "./Shape.ts";

/** Specks have less than this share of the largest shape's pixels. */
const SPECK = 0.08;

/** Things apart are farther from the largest shape than this share of its longer side … */
const APART = 0.5;

/** … and have less than this share of its pixels. */
const LESSER = 0.3;

/** How far what is near a shape may be, as a share of its longer side; around how many it is gathered. */
const NEAR = 0.25;
const SEEDS = 3;

/** An underline is so many times as long as thick, and has this share of the width of what is over it. */
const LONG = 4;
const UNDER = 0.6;

/** The most shapes that a digit is broken into, and the pixels along the longest of them, at least. */
const MOST_SHAPES = 60;
const LEAST_SIDE = 5;

/** The longest outline of a digit, in widths and heights of its box: MNIST's longest is 5.5. */
export const LONGEST_OUTLINE = 7;

/** Strokes that may be a digit. */
export interface Group {
  strokes: Shape[];
  /** How they were gathered: all but specks; what is near one; with what lies along the border. */
  by: "all" | "near" | "edges";
  /** The pixels of what underlines them. */
  underline: number;
}

/** Gathers a ground's strokes into what may be a digit, in several ways. */
export function groups({ strokes, edges }: Roles): Group[] {
  const found: Group[] = [];
  const add = (by: Group["by"], group: Shape[], underline = 0): void => {
    if (!mayBeDigit(group) || found.some((other) => areSame(other.strokes, group))) return;
    found.push({ strokes: group, by, underline });
    const line = underlineOf(group);
    if (line)
      add(
        by,
        group.filter((shape) => shape !== line),
        underline + line.area,
      );
  };
  add("all", dropSpecks(strokes));
  const longest = strokes.toSorted((a, b) => longerSide(b.box) - longerSide(a.box));
  for (const seed of longest.slice(0, SEEDS)) add("near", nearTo(seed, strokes));
  add("edges", dropSpecks([...strokes, ...edges]));
  return found;
}

function mayBeDigit(group: Shape[]): boolean {
  if (group.length === 0 || group.length > MOST_SHAPES) return false;
  const { width, height } = boxAround(group);
  const outline = group.reduce((sum, shape) => sum + shape.outline, 0);
  if (outline > LONGEST_OUTLINE * (width + height)) return false;
  return group.some(({ box }) => longerSide(box) >= LEAST_SIDE);
}

function areSame(a: Shape[], b: Shape[]): boolean {
  return a.length === b.length && a.every((shape) => b.includes(shape));
}

/** Drops specks, and lesser things far from the largest. */
function dropSpecks(shapes: Shape[]): Shape[] {
  if (shapes.length === 0) return [];
  const largest = shapes.reduce((a, b) => (b.area > a.area ? b : a));
  return shapes.filter(
    ({ area, box }) =>
      area >= SPECK * largest.area &&
      (area >= LESSER * largest.area || gap(box, largest.box) <= APART * longerSide(largest.box)),
  );
}

function nearTo(seed: Shape, shapes: Shape[]): Shape[] {
  const reach = NEAR * longerSide(seed.box);
  return shapes.filter(({ area, box }) => area >= SPECK * seed.area && gap(box, seed.box) <= reach);
}

/** The lowest of some shapes, if it is a line under the others. */
function underlineOf(group: Shape[]): Shape | undefined {
  if (group.length < 2) return undefined;
  const lowest = group.reduce((a, b) => (b.box.top > a.box.top ? b : a));
  const over = boxAround(group.filter((shape) => shape !== lowest));
  const { top, width, height } = lowest.box;
  const isUnder = top >= over.top + over.height && width >= UNDER * over.width;
  return isUnder && width >= LONG * height ? lowest : undefined;
}

/** Pixels between two boxes, the larger of across and down. */
function gap(a: Box, b: Box): number {
  const across = Math.max(a.left - b.left - b.width, b.left - a.left - a.width);
  const down = Math.max(a.top - b.top - b.height, b.top - a.top - a.height);
  return Math.max(0, across, down);
}
