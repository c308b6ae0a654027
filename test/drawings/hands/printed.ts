import type { Point } from "../../../samples/digits.ts";
import { write } from "./hand.ts";
import { skeleton } from "./skeletons.ts";

/** A typeface without serifs, by digit. */
const TYPEFACE = [
  skeleton("50,0 22,14 12,50 22,86 50,100 78,86 88,50 78,14 50,0"),
  skeleton("22,20 55,0 / 55,0 55,100"),
  skeleton("14,24 26,5 50,0 76,8 84,28 72,50 14,100 / 14,100 86,100"),
  skeleton("16,16 34,2 58,0 80,12 80,34 62,46 42,48 / 42,48 66,52 86,68 82,90 56,100 30,98 12,84"),
  skeleton("68,100 68,0 / 68,0 8,70 / 8,70 92,70"),
  skeleton("82,0 26,0 / 26,0 18,48 / 18,48 42,36 70,42 86,66 76,92 46,100 14,90"),
  skeleton("78,8 54,0 28,12 14,46 14,72 30,96 54,100 80,88 86,66 74,46 50,40 26,48 14,66"),
  skeleton("12,0 88,0 / 88,0 40,100"),
  skeleton(
    "50,46 24,36 18,18 34,3 50,0 66,3 82,18 76,36 50,46 22,56 12,76 26,96 50,100 74,96 88,76 78,56 50,46",
  ),
  skeleton("22,92 46,100 72,88 86,54 86,28 70,4 46,0 20,12 14,34 26,54 50,60 74,52 86,34"),
];

/** The segments of a seven-segment display, a … g, about the unit box, and those of each digit. */
const SEGMENTS: Record<string, readonly [Point, Point]> = {
  a: [
    [0.08, 0],
    [0.52, 0],
  ],
  b: [
    [0.6, 0.06],
    [0.6, 0.44],
  ],
  c: [
    [0.6, 0.56],
    [0.6, 0.94],
  ],
  d: [
    [0.08, 1],
    [0.52, 1],
  ],
  e: [
    [0, 0.56],
    [0, 0.94],
  ],
  f: [
    [0, 0.06],
    [0, 0.44],
  ],
  g: [
    [0.08, 0.5],
    [0.52, 0.5],
  ],
};
const LIT = "abcdef bc abged abgcd fgbc afgcd afgedc abc abcdefg abcdfg".split(" ");

/** A digit as it is printed. */
export function printed(label: number): Point[][] {
  return write(TYPEFACE[label], { aspect: [0.62, 0.62], slant: 0, jitter: 0, wobble: 0 }, () => 0);
}

/** A digit of a seven-segment display: its lit segments. */
export function sevenSegments(label: number): Point[][] {
  return [...LIT[label]].map((name) => [...SEGMENTS[name]]);
}
