import { type Box, boxAround, longerSide } from "../Plane.ts";
import type { Shape } from "../shapes/Shape.ts";

/** A digit, or what touches one another, has from this to that share of the typical height. */
export const LEAST_MAIN = 0.4;
const GREATEST_MAIN = 2.4;

/** What stands alone may be a digit down to this share: one of a smaller number, beside a large digit. */
const LEAST_ALONE = 0.2;

/** What is smaller may be a lesser part of one, down to this share. */
const LEAST_LESSER = 0.08;

/** A bar is so many times as wide as high, and no higher than this share of the typical height. */
const BAR = 1.8;
const THICKEST_BAR = 0.35;

/** How far over or under a main part a lesser one may be, as a share of the typical height … */
const NEAR = 0.28;

/** … and how many times closer it has to be beside it. */
const BESIDE = 2;

/** How many parts a lesser one may be of; the judge tells which. */
const MOST_NEAR = 2;

/** A shape is over, under or in another with at least this share of its width. */
export const OVER = 0.5;

/** Shapes that belong together: a main part, and what lies in it or close over or under it. */
export interface Part {
  box: Box;
  main: Shape;
  lesser: Shape[];
}

/** Gathers shapes around those that are as high as digits. What is too small or too large is left out. */
export function partsOf(shapes: Shape[], height: number): Part[] {
  const isBar = ({ box }: Shape) =>
    box.width >= BAR * box.height && box.height <= THICKEST_BAR * height;
  const isMain = (shape: Shape) =>
    shape.box.height >= LEAST_MAIN * height &&
    shape.box.height <= GREATEST_MAIN * height &&
    !isBar(shape);
  const parts = shapes
    .filter(isMain)
    .map((main): Part => ({ box: main.box, main, lesser: [] }))
    .sort((a, b) => a.box.left - b.box.left);
  const alone: Part[] = [];
  for (const shape of shapes) {
    if (isMain(shape) || longerSide(shape.box) < LEAST_LESSER * height) continue;
    if (shape.box.height > GREATEST_MAIN * height) continue;
    const near = nearest(shape, parts, NEAR * height);
    for (const part of near) part.lesser.push(shape);
    if (near.length === 0 && shape.box.height >= LEAST_ALONE * height && !isBar(shape))
      alone.push({ box: shape.box, main: shape, lesser: [] });
  }
  for (const part of parts) part.box = boxAround([part.main, ...part.lesser]);
  return [...parts, ...alone];
}

/** The parts that a shape lies in, or closest over or under, or as a 5's flag beside. */
function nearest({ box }: Shape, parts: Part[], reach: number): Part[] {
  const near: { part: Part; over: number }[] = [];
  for (const part of parts) {
    const { box: main } = part.main;
    const over = Math.max(0, main.top - box.top - box.height, box.top - main.top - main.height);
    if (over > reach) continue;
    const beside = Math.max(main.left - box.left - box.width, box.left - main.left - main.width);
    const isFlag = box.top + box.height / 2 < main.top + main.height / 2;
    if (shareOver(box, main) < OVER && (!isFlag || BESIDE * beside > reach)) continue;
    near.push({ part, over });
  }
  return near
    .sort((a, b) => a.over - b.over)
    .slice(0, MOST_NEAR)
    .map(({ part }) => part);
}

/** The share of a box's width that lies in another's columns; negative where they are apart. */
export function shareOver(box: Box, other: Box): number {
  const right = Math.min(box.left + box.width, other.left + other.width);
  return (right - Math.max(box.left, other.left)) / box.width;
}
