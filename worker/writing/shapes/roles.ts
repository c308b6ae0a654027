import { longerSide } from "../Plane.ts";
import type { Components, Labelled } from "./label.ts";
import { type Shape, shapeOf } from "./Shape.ts";

/** Components with fewer of a ground's pixels than this share are not told of: there may be many. */
const LEAST_SHARE = 1e-5;

/** A frame's hole has this share of its width and height, what is written in it this share of its longer side. */
const HOLE = 0.5;
const FRAMED = 0.25;

/** An edge lies along the border with this share of its box's width and height. */
const ALONG_BORDER = 0.6;

/** A rule spans this share of its ground, rises by no more than this one and is no thicker than this one, or so many pixels. */
const SPAN = 0.97;
const RISE = 0.15;
const THICKEST = 0.03;
const THICKEST_PIXELS = 3;

/** Digits are at most so many times as wide as they are high. */
export const WIDEST = 1.1;

/** Shapes by what they are. */
export interface Roles {
  strokes: Shape[];
  /** Strokes in frames. */
  framed: Shape[];
  /** Thin lines from end to end, with what stands on them. */
  rules: Shape[];
  /** What lies along the border: other grounds, unless a digit is cropped that closely. */
  edges: Shape[];
}

/**
 * Tells frames (closed strokes around strokes), the edges of other grounds (along the border) and
 * rules (thin, from end to end) from strokes.
 */
export function rolesOf(
  { components: of }: Labelled,
  ground: { width: number; height: number },
): Roles {
  const least = LEAST_SHARE * ground.width * ground.height;
  const all: Shape[] = [];
  for (let c = 0; c < of.count; c++) {
    if (of.isStrong[c] && of.area[c] >= least) all.push(shapeOf(of, c));
  }
  const isFrame = new Set(all.flatMap((shape) => frameAround(of, shape)));
  const isFramed = ({ component }: Shape) => {
    for (let c = component; c >= 0; c = of.parent[c]) if (isFrame.has(c)) return true;
    return false;
  };
  const rules = all.filter((shape) => isRule(shape, ground));
  const unruled = all.filter((shape) => !rules.includes(shape) && !isFrame.has(shape.component));
  const inner = unruled.filter((shape) => !isEdge(shape));
  return {
    strokes: inner.filter((shape) => !isFramed(shape)),
    framed: inner.filter(isFramed),
    rules,
    edges: unruled.filter(isEdge),
  };
}

/** The component that frames a shape, if one does. */
function frameAround(of: Components, { component, box }: Shape): number[] {
  const hole = of.parent[component];
  if (isOpen(of, hole)) return [];
  const around = of.parent[hole];
  if (around < 0) return [];
  const frame = shapeOf(of, around).box;
  const { width, height } = shapeOf(of, hole).box;
  const isWide = width >= HOLE * frame.width && height >= HOLE * frame.height;
  return isWide && longerSide(box) >= FRAMED * longerSide(frame) ? [around] : [];
}

/** Whether ground reaches the picture's border. */
export function isOpen(of: Components, component: number): boolean {
  return component < 0 || of.onBorder[component] > 0;
}

function isEdge({ onBorder, box }: Shape): boolean {
  return onBorder >= ALONG_BORDER * (box.width + box.height);
}

/** Whether a shape is a thin line from one end of its ground to the other. */
function isRule(shape: Shape, ground: { width: number; height: number }): boolean {
  const { width, height } = shape.box;
  const thickest = Math.max(THICKEST_PIXELS, THICKEST * longerSide(ground));
  const isAcross = width >= SPAN * ground.width && height <= RISE * ground.height;
  const isDown = height >= SPAN * ground.height && width <= RISE * ground.width;
  return (isAcross || isDown) && shape.area <= thickest * longerSide(shape.box);
}

/**
 * Whether thin ink runs from one end of its ground to the other, whatever it crosses. What does so one way only and has
 * a digit's aspect is a digit that fills its picture.
 */
export function isRuled(
  { components: of }: Labelled,
  ground: { width: number; height: number },
): boolean {
  const thickest = Math.max(THICKEST_PIXELS, THICKEST * longerSide(ground));
  for (let c = 0; c < of.count; c++) {
    if (of.isInk[c] === 0 || 2 * of.area[c] > thickest * of.outline[c]) continue;
    const { width, height } = shapeOf(of, c).box;
    const ways = Number(width >= SPAN * ground.width) + Number(height >= SPAN * ground.height);
    const mayBeDigit = width > RISE * height && width <= WIDEST * height;
    if (ways > Number(mayBeDigit)) return true;
  }
  return false;
}
