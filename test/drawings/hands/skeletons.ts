import type { Point } from "../../../samples/digits.ts";

/** How a digit is written, before a hand makes it its own. */
export interface Skeleton {
  /** Points that the pen goes through, stroke by stroke. */
  strokes: readonly (readonly Point[])[];
  /** The aspect over which people would read another digit, or wonder. */
  widest: number;
}

/**
 * A 1 with a flag is a 7 where it is drawn wide: people who write wide digits make the others wide.
 */
const WIDEST_FLAGGED_ONE = 0.85;

/**
 * Three ways to write each digit, by digit. The curves have nothing to do with those of the
 * samples, which the tests of the pipeline draw.
 */
export const skeletons: readonly (readonly Skeleton[])[] = [
  [
    skeleton("50,0 15,20 5,55 25,95 60,98 88,65 85,25 50,0"),
    skeleton("45,2 10,35 10,75 40,100 75,85 85,40 62,5 35,5"),
    skeleton("60,3 30,5 8,40 15,85 50,100 85,80 92,40 70,8 55,0"),
  ],
  [
    skeleton("50,0 50,50 50,100"),
    skeleton("25,25 50,2 51,3 50,50 48,100", WIDEST_FLAGGED_ONE),
    skeleton("58,0 45,50 38,100"),
  ],
  [
    skeleton("10,25 30,3 65,5 75,30 50,60 10,97 11,98 50,95 85,96"),
    skeleton("12,20 40,0 72,18 60,50 30,80 12,95 20,82 35,85 60,98 88,90"),
    skeleton("8,15 45,0 78,22 45,62 5,100 6,100 85,100"),
  ],
  [
    skeleton("12,12 45,0 75,18 60,40 35,46 36,46 70,55 82,78 50,100 10,90"),
    skeleton("15,5 50,2 72,20 45,45 46,45 78,65 60,95 20,98"),
    skeleton("10,2 75,2 / 75,2 40,40 41,40 75,55 75,85 40,100 8,90"),
  ],
  [
    skeleton("30,0 5,60 / 5,60 85,58 / 62,20 60,100"),
    skeleton("15,2 12,45 50,50 75,45 / 78,0 72,50 70,100"),
    skeleton("65,0 4,65 / 4,65 90,64 / 65,0 65,100"),
  ],
  [
    skeleton("75,2 25,3 / 25,3 18,42 / 18,42 50,36 80,60 65,92 30,100 8,88"),
    skeleton("20,2 17,45 / 17,45 55,40 78,68 50,98 10,95 / 20,3 78,0"),
    skeleton("80,0 30,6 20,45 21,45 60,45 72,72 45,100 5,95"),
  ],
  [
    skeleton("65,0 30,25 12,65 25,95 60,97 75,70 50,52 18,68"),
    skeleton("45,0 15,45 10,80 40,100 70,85 60,60 30,60 12,78"),
    skeleton("70,5 45,2 15,35 10,75 35,100 70,88 68,60 40,50 14,65"),
  ],
  [
    skeleton("8,4 80,4 / 80,4 55,50 40,100"),
    skeleton("5,12 40,6 75,2 / 75,2 50,45 25,100"),
    skeleton("10,5 82,3 / 82,3 50,50 38,100 / 30,52 75,50"),
  ],
  [
    skeleton("50,48 20,25 45,2 75,20 50,48 20,75 45,100 80,78 50,48"),
    skeleton("70,12 40,0 20,22 50,45 75,70 50,100 20,82 45,50 72,20 68,10"),
    skeleton("50,0 25,20 50,44 74,20 50,0 / 50,44 15,74 50,100 85,74 50,44"),
  ],
  [
    skeleton("75,20 45,2 15,25 40,50 72,30 74,20 72,60 68,100"),
    skeleton("72,22 40,0 12,28 42,52 75,25 70,70 35,100 15,92"),
    skeleton("70,10 35,3 15,30 45,48 70,15 60,60 45,100"),
  ],
];

/**
 * Reads a skeleton.
 *
 * @param text points `x,y` in percent of the unit box, y downwards; ` / ` parts strokes, which is
 *   how a corner is made too
 */
export function skeleton(text: string, widest = Number.POSITIVE_INFINITY): Skeleton {
  const strokes = text.split(" / ").map((stroke) => stroke.split(" ").map(point));
  return { strokes, widest };
}

function point(text: string): Point {
  const [x, y] = text.split(",").map(Number);
  return [x / 100, y / 100];
}
