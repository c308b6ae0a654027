import type { Point } from "../../../samples/digits.ts";
import { between, gaussian, oneOf, type Random, type Range } from "../chance.ts";
import { type Skeleton, skeletons } from "./skeletons.ts";

/** How somebody writes, or how well a tool lets them. Lengths are shares of the digit's height. */
export interface Hand {
  /** The box's width to its height. */
  aspect: Range;
  /** How far the top leans over to the right. */
  slant: number;
  /** By how much a skeleton's point misses its place: a standard deviation. */
  jitter: number;
  /** By how much each step of the pen is off, the more so after others: a standard deviation. */
  wobble: number;
}

/** A person writes most digits in one way, and some in another. */
const OUT_OF_HABIT = 0.2;

/** Standard deviations of what differs from one digit of a hand to the next. */
const SLANT_DEVIATION = 0.08;
const TURN_DEVIATION = 0.05; // radians

/** How much of a wobble's offset is left after a step. */
const WOBBLE_MEMORY = 0.7;

/** Steps between two points of a skeleton. */
const STEPS = 10;

/** Somebody with habits of their own: chooses how a digit is written this time. */
export function somebody(random: Random): (digit: number) => Skeleton {
  const habits = skeletons.map((ways) => oneOf(random, ways));
  return (digit) => (random() < OUT_OF_HABIT ? oneOf(random, skeletons[digit]) : habits[digit]);
}

/** Writes a skeleton: polylines about the unit box, whose middle is the origin. */
export function write({ strokes, widest }: Skeleton, hand: Hand, random: Random): Point[][] {
  const aspect = Math.min(widest, between(random, hand.aspect));
  const slant = hand.slant + SLANT_DEVIATION * gaussian(random);
  const turn = TURN_DEVIATION * gaussian(random);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const off = () => hand.jitter * gaussian(random);

  const lines = strokes
    .map((stroke) => smooth(stroke.map(([x, y]): Point => [x + off(), y + off()])))
    .map((line) =>
      line.map(([right, down]): Point => {
        const y = down - 0.5;
        const x = (right - 0.5) * aspect - slant * y;
        return [x * cos - y * sin, x * sin + y * cos];
      }),
    );
  return hand.wobble > 0 ? wobble(lines, hand.wobble, random) : lines;
}

/** A curve through points: Catmull and Rom's spline, or a straight line through two. */
function smooth(points: Point[]): Point[] {
  const last = points.length - 1;
  const line = [points[0]];
  for (let i = 0; i < last; i++) {
    const [b, c] = [points[i], points[i + 1]];
    const [a, d] = [points[Math.max(0, i - 1)], points[Math.min(last, i + 2)]];
    for (let step = 1; step <= STEPS; step++) {
      const t = step / STEPS;
      line.push([spline(a[0], b[0], c[0], d[0], t), spline(a[1], b[1], c[1], d[1], t)]);
    }
  }
  return line;
}

/** One coordinate at t, 0 … 1, between b and c. */
function spline(a: number, b: number, c: number, d: number, t: number): number {
  const [linear, square, cube] = [c - a, 2 * a - 5 * b + 4 * c - d, 3 * b - a - 3 * c + d];
  return b + (linear * t + square * t ** 2 + cube * t ** 3) / 2;
}

function wobble(lines: Point[][], deviation: number, random: Random): Point[][] {
  let [dx, dy] = [0, 0];
  return lines.map((line) =>
    line.map(([x, y]): Point => {
      dx = WOBBLE_MEMORY * dx + deviation * gaussian(random);
      dy = WOBBLE_MEMORY * dy + deviation * gaussian(random);
      return [x + dx, y + dy];
    }),
  );
}
