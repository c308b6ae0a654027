import type { Point } from "../../../../samples/digits.ts";
import { gaussian, type Random } from "../../chance.ts";

/** How far a hand misses a sign's points: a standard deviation, in heights of a digit. */
const JITTER = 0.015;

/**
 * What stands between digits and is none: polylines `x,y` in percent of a digit's height, y downwards
 * from its top; ` / ` parts strokes, and a point alone is a dot.
 */
const SIGNS = new Map(
  Object.entries({
    ".": "0,97",
    ",": "6,94 -4,114",
    ":": "0,35 / 0,85",
    "-": "0,55 38,55",
    "+": "0,55 50,55 / 25,30 25,80",
    "=": "0,45 45,45 / 0,66 45,66",
    "/": "0,105 48,-5",
    "×": "0,36 40,76 / 40,36 0,76",
    "÷": "0,55 48,55 / 24,34 / 24,76",
    "(": "22,-6 4,22 0,50 4,80 22,108",
    ")": "0,-6 18,22 22,50 18,80 0,108",
  }).map(([sign, strokes]) => [sign, strokes.split(" / ").map(polyline)]),
);

/**
 * A sign as a hand writes it, in heights of a digit: y is 0 at a digit's top and 1 at its foot.
 *
 * @throws Error if there is no such sign
 */
export function signStrokes(sign: string, random: Random): Point[][] {
  const strokes = SIGNS.get(sign);
  if (!strokes) throw new Error(`no sign ${sign} is known`);
  const off = () => JITTER * gaussian(random);
  return strokes.map((points) => points.map(([x, y]): Point => [x + off(), y + off()]));
}

function polyline(text: string): Point[] {
  return text.split(" ").map((point) => {
    const [x, y] = point.split(",").map(Number);
    return [x / 100, y / 100];
  });
}
