import { freeBytes } from "../../image/freeBytes.ts";
import { type Layer, layerWith } from "../ground/layers.ts";
import { longerSide, type Plane } from "../Plane.ts";
import type { Steps } from "../Steps.ts";
import { type Labelled, labelLayer } from "../shapes/label.ts";
import { maskOf } from "../shapes/maskOf.ts";
import type { Shape } from "../shapes/Shape.ts";
import { coveringLittle } from "./covering.ts";
import type { StraightLine } from "./followLine.ts";
import type { Sheet } from "./Sheet.ts";
import { rowAt, slopeOf, straightLines } from "./straightLines.ts";

/** Lines are looked for in so many shapes, the longest. */
const MOST_SHAPES = 40;

/** Lines may be so many times as thick as the strokes and lines around them are on average, and a pixel more. */
const THICKEST = 1.7;

/** A line has this share of the length that it may have where it is found. */
const LONG = 0.5;
const LONG_DOWN = 0.8;

/** Across, a box or table has this many lines at least. */
const LEAST_LINES = 2;

/** With so many lines across, those that run down through all of them need not end at one. */
const SQUARED = 4;

/** Sides of boxes are parallel but for so many pixels from end to end. */
const PARALLEL = 2;

/** A side ends at a line, or within this share of the greatest thickness of its middle: a blur may part them. */
const REACH = 0.75;

/** A line at the end of others lies within this share of the height between them. */
const AT_END = 0.25;

/**
 * Erases the lines of boxes, tables and paper, and underlines: what is straight, thin and long in shapes
 * that are too long for digits. Strokes that cross them stay.
 *
 * @returns the sheet without them; null where there are none
 */
export function eraseLines(sheet: Sheet, shapes: Shape[]): Sheet | null {
  const { layer, labelled } = sheet;
  const longest = shapes.toSorted((a, b) => longerSide(b.box) - longerSide(a.box));
  const all = coveringLittle(longest.slice(0, MOST_SHAPES), layer.ink);
  for (const { box } of all) layer.steps.follow(box.width * box.height);
  const ink: Plane = { ...layer.ink, levels: layer.ink.levels.slice() };
  const erased = all.filter((shape) => eraseFrom(ink, shape, labelled, layer.steps));
  const bare = erased.length > 0 ? withInk(sheet, ink) : null;
  if (!bare) freeBytes(ink.levels);
  return bare;
}

/** A sheet with other ink; null where nothing stands out of it. */
function withInk(sheet: Sheet, ink: Plane): Sheet | null {
  const { isDark, threshold, weak, steps } = sheet.layer;
  const next = layerWith(isDark, ink, steps.histogramOf(ink.levels), steps);
  if (!next) return null;
  const layer: Layer = { ...next, threshold, weak };
  const labelled = labelLayer(layer);
  return labelled && { ...sheet, layer, labelled };
}

function eraseFrom(ink: Plane, shape: Shape, labelled: Labelled, steps: Steps): boolean {
  const mask = maskOf([shape], labelled, ink.width, 0);
  const { width } = mask;
  const thickest = (THICKEST * 2 * shape.area) / shape.outline + 1;
  const across = straightLines(mask, LONG * width, thickest, steps);
  const down = linesBetween(across, mask, thickest, steps);
  for (const line of across) erase(ink, shape, line, 1, ink.width);
  for (const line of down) erase(ink, shape, line, ink.width, 1);
  freeBytes(mask.levels);
  return across.length > 0;
}

/**
 * The sides of boxes: lines that run down from one line across to another. What does so where none stands at the end
 * of the lines is a 1.
 */
function linesBetween(
  across: StraightLine[],
  mask: Plane,
  thickest: number,
  steps: Steps,
): StraightLine[] {
  if (across.length < LEAST_LINES) return [];
  const { width, height } = mask;
  const middles = across.map((line) => rowAt(line, width / 2)).sort((a, b) => a - b);
  const gaps = middles
    .slice(1)
    .map((middle, i) => middle - middles[i])
    .filter((gap) => gap > 2 * thickest);
  if (gaps.length === 0) return [];
  const least = LONG_DOWN * Math.min(...gaps);
  const turned = transposed(mask);
  const lines = straightLines(turned, least, thickest, steps).filter(({ from, to, start, end }) => {
    const reaches = (y: number, x: number) =>
      across.some((line) => Math.abs(rowAt(line, x) - y) <= REACH * thickest + 0.5);
    const isThrough = across.length >= SQUARED && to - from >= LONG_DOWN * height;
    return isThrough || (reaches(from, start) && reaches(to, end));
  });
  freeBytes(turned.levels);
  const isAtEnd = ({ start }: StraightLine) =>
    across.some(({ from, to }) =>
      [from, to].some((end) => Math.abs(end - start) <= AT_END * height),
    );
  if (!lines.some(isAtEnd)) return [];
  const slopes = lines.map(slopeOf).sort((a, b) => a - b);
  const slope = slopes[slopes.length >> 1];
  return lines.filter(
    (line) => Math.abs(slopeOf(line) - slope) * (line.to - line.from) <= PARALLEL,
  );
}

function transposed({ width, height, levels }: Plane): Plane {
  const turned = new Uint8Array(levels.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) turned[x * height + y] = levels[y * width + x];
  }
  return { width: height, height: width, levels: turned };
}

/** Erases a line where it is bare, and a pixel to each side for its soft edge. */
function erase(
  { width, levels }: Plane,
  { box }: Shape,
  { from, top, bottom }: StraightLine,
  along: number,
  across: number,
): void {
  const origin = box.top * width + box.left + from * along;
  for (let i = 0; i < top.length; i++) {
    if (top[i] < 0) continue;
    const column = origin + i * along;
    const end = Math.min(levels.length - 1, column + (bottom[i] + 1) * across);
    for (let pixel = column + (top[i] - 1) * across; pixel <= end; pixel += across) {
      if (pixel >= 0) levels[pixel] = 0;
    }
  }
}
