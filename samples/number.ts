import { digits } from "./digits.ts";
import { type Coverage, rasterise } from "./stroke.ts";

/** What the sample of several digits shows, line by line. */
export const NUMBER = ["90210", "42"];

const CANVAS = { width: 480, height: 280 };
const PEN = { width: 8, soft: 1 };

/** The room of a digit, and how far apart digits and lines are, in pixels. */
const CELL = { width: 64, height: 88 };
const PITCH = { x: 82, y: 122 };
/** Where the first digit is. */
const START = { x: 44, y: 44 };
/** By how much a line rises on its way, as a hand without ruled paper writes. */
const RISE = 0.06;

/** Draws the digits of NUMBER, as written by hand on a sheet in landscape format. */
export function drawNumber(): Coverage {
  const ink = new Float64Array(CANVAS.width * CANVAS.height);
  for (const [row, line] of NUMBER.entries()) {
    for (const [column, digit] of Array.from(line, Number).entries()) {
      const x = START.x + column * PITCH.x;
      const box = { x, y: START.y + row * PITCH.y - RISE * x, ...CELL };
      const drawing = rasterise(digits[digit] ?? [], CANVAS, box, PEN);
      drawing.ink.forEach((coverage, i) => {
        ink[i] = Math.max(ink[i] ?? 0, coverage);
      });
    }
  }
  return { ...CANVAS, ink };
}
