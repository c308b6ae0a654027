import type { Point } from "../../../samples/digits.ts";
import type { Coverage } from "../../../samples/stroke.ts";

/** What touches the paper: a round tip, a round one that is lifted at both ends, a slanted edge. */
export type Tip = "round" | "tapered" | "slab";

export interface Pen {
  /** The line's width in pixels; a slab's along its edge, roughly. */
  width: number;
  tip: Tip;
}

/** Pixels over which the edge of a line fades. */
const SOFT = 1;

/** A tapered line's width where it is thinnest, as a share of the pen's. */
const TAPER = 0.35;

/** A slab is so many thin round tips in a row, up to the right. */
const SLAB_TIPS = 7;
const SLAB_TIP = 1 / 3;
const SLAB_ACROSS = 2 / 3;
const SLAB_UP = 3 / 7;

/**
 * Draws polylines with a pen.
 *
 * @param lines in pixels
 * @returns how much of each pixel is ink
 */
export function ink(width: number, height: number, lines: Point[][], pen: Pen): Coverage {
  const canvas = { width, height, ink: new Float64Array(width * height) };
  addInk(canvas, lines, pen);
  return canvas;
}

/** Draws polylines with a pen over what is there. */
export function addInk(canvas: Coverage, lines: readonly Point[][], pen: Pen): void {
  for (const line of lines) {
    if (pen.tip === "slab") drawSlab(canvas, line, pen.width);
    else drawLine(canvas, line, (along) => pen.width * (pen.tip === "round" ? 1 : taper(along)));
  }
}

function drawSlab(canvas: Coverage, line: Point[], width: number): void {
  for (let tip = 0; tip < SLAB_TIPS; tip++) {
    const offset = width * (tip / (SLAB_TIPS - 1) - 0.5);
    const moved = line.map(([x, y]): Point => [x + offset * SLAB_ACROSS, y - offset * SLAB_UP]);
    drawLine(canvas, moved, () => width * SLAB_TIP);
  }
}

/** How wide a tapered line is, 0 … 1, at a place along it, 0 … 1. */
function taper(along: number): number {
  return TAPER + (1 - TAPER) * Math.sin(Math.PI * (0.15 + 0.7 * along));
}

/** @param width of the line in pixels, at a place along it, 0 … 1 */
function drawLine(canvas: Coverage, line: Point[], width: (along: number) => number): void {
  line.forEach((to, i) => {
    drawSegment(canvas, line[Math.max(0, i - 1)], to, width(i / line.length));
  });
}

function drawSegment({ width, height, ink }: Coverage, from: Point, to: Point, line: number) {
  const reach = line / 2 + SOFT;
  const left = Math.max(0, Math.floor(Math.min(from[0], to[0]) - reach));
  const right = Math.min(width - 1, Math.ceil(Math.max(from[0], to[0]) + reach));
  const top = Math.max(0, Math.floor(Math.min(from[1], to[1]) - reach));
  const bottom = Math.min(height - 1, Math.ceil(Math.max(from[1], to[1]) + reach));
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const inside = line / 2 - distance(x + 0.5, y + 0.5, from, to);
      const share = Math.min(1, Math.max(0, inside / SOFT + 0.5));
      const i = y * width + x;
      if (share > ink[i]) ink[i] = share;
    }
  }
}

/** From (x, y) to the nearest point between two others. */
function distance(x: number, y: number, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((x - from[0]) * dx + (y - from[1]) * dy) / length2;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - from[0] - t * dx, y - from[1] - t * dy);
}
