import type { Point, Stroke } from "./digits.ts";

/** A part of the canvas, in pixels from its top left corner. */
export type Box = { x: number; y: number; width: number; height: number };

/** A round pen: `width` of its line in pixels, and `soft`, the pixels over which an edge fades. */
export type Pen = { width: number; soft: number };

/** How much of each pixel is ink, row-major: 0 none … 1 all. */
export type Coverage = { width: number; height: number; ink: Float64Array };

/** Straight steps that stand for one Bézier curve: at 400 px none is off by a tenth of a pixel. */
const STEPS = 32;

/**
 * Draws strokes with a round pen, as large as fits into a box with their aspect kept, and in its
 * middle. A pixel's coverage follows from its centre's distance to the nearest stroke: 1 inside the
 * line, 0 outside, and linear over `pen.soft` pixels about the line's edge.
 *
 * @param strokes in the unit box
 * @param canvas size in pixels
 * @param box where the ink goes, fading edges included
 */
export function rasterise(
  strokes: readonly Stroke[],
  canvas: { width: number; height: number },
  box: Box,
  pen: Pen,
): Coverage {
  const lines = fitToBox(strokes.map(flatten), box, (pen.width + pen.soft) / 2);
  const ink = new Float64Array(canvas.width * canvas.height);
  for (let y = 0; y < canvas.height; y++) {
    for (let x = 0; x < canvas.width; x++) {
      const inside = pen.width / 2 - distance([x + 0.5, y + 0.5], lines);
      ink[y * canvas.width + x] = Math.min(1, Math.max(0, inside / pen.soft + 0.5));
    }
  }
  return { ...canvas, ink };
}

/**
 * Moves a drawing by whole pixels so that its centre of mass comes as close as that allows to the
 * where MNIST's digits have theirs. The drawing must leave the room to move.
 */
export function centreByMass({ width, height, ink }: Coverage): Coverage {
  let mass = 0;
  let massX = 0;
  let massY = 0;
  ink.forEach((value, i) => {
    mass += value;
    massX += value * ((i % width) + 0.5);
    massY += value * (Math.floor(i / width) + 0.5);
  });
  // MNIST's digits are centred on the middle of pixel 14 of 28, half a pixel beyond the image's own.
  const dx = Math.round(width / 2 + 0.5 - massX / mass);
  const dy = Math.round(height / 2 + 0.5 - massY / mass);
  const moved = new Float64Array(ink.length);
  ink.forEach((value, i) => {
    if (value > 0) moved[i + dy * width + dx] = value;
  });
  return { width, height, ink: moved };
}

/** A stroke as a polyline. */
function flatten({ start, pieces }: Stroke): Point[] {
  const line = [start];
  let from = start;
  for (const piece of pieces) {
    const points = pairs(piece);
    const steps = points.length === 1 ? 1 : STEPS;
    for (let step = 1; step <= steps; step++) line.push(bezier([from, ...points], step / steps));
    from = points.at(-1) ?? from;
  }
  return line;
}

/** The points of x1, y1, x2, y2 and so on. */
function pairs([x, y, ...rest]: readonly number[]): Point[] {
  return x === undefined || y === undefined ? [] : [[x, y], ...pairs(rest)];
}

/** The point at t (0…1) on a Bézier curve of any degree, by de Casteljau's construction. */
function bezier(points: readonly Point[], t: number): Point {
  const [first, ...rest] = points;
  if (first === undefined) throw new RangeError("A Bézier curve needs a point, and got none");
  if (rest.length === 0) return first;
  let previous = first;
  const between = rest.map((point) => {
    const mixed = mix(previous, point, t);
    previous = point;
    return mixed;
  });
  return bezier(between, t);
}

function mix([ax, ay]: Point, [bx, by]: Point, t: number): Point {
  return [ax + (bx - ax) * t, ay + (by - ay) * t];
}

/** Scales and moves polylines into a box that they leave free by `margin` pixels all round. */
function fitToBox(lines: readonly Point[][], box: Box, margin: number): Point[][] {
  const xs = lines.flat().map(([x]) => x);
  const ys = lines.flat().map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const room = { width: box.width - 2 * margin, height: box.height - 2 * margin };
  const scale = Math.min(room.width / width, room.height / height);
  const x0 = box.x + (box.width - width * scale) / 2;
  const y0 = box.y + (box.height - height * scale) / 2;
  return lines.map((line) =>
    line.map(([x, y]) => [x0 + (x - left) * scale, y0 + (y - top) * scale]),
  );
}

/** The distance in pixels from a point to the nearest of some polylines. */
function distance(point: Point, lines: readonly Point[][]): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    let from = line[0] ?? point;
    for (const to of line) {
      nearest = Math.min(nearest, distanceToSegment(point, from, to));
      from = to;
    }
  }
  return nearest;
}

function distanceToSegment([x, y]: Point, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((x - a[0]) * dx + (y - a[1]) * dy) / length2;
  const [px, py] = mix(a, b, Math.min(1, Math.max(0, along)));
  return Math.hypot(x - px, y - py);
}
