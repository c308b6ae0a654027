import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Point } from "../../../samples/digits.ts";
import type { Half } from "./handwriting.ts";

/** The digits that one person wrote on a tablet, by label: of each its pen strokes, y downwards. */
export type Person = Point[][][][];

/** A digit of the file; y upwards. */
interface Recorded {
  label: number;
  /** The digit, the person's number and the trial's. */
  comment: string;
  strokes: [x: number, y: number][][];
}

/** The tablet lost strokes of this validating person's: the 4 without its downstroke, the 9 without its loop. */
const LOST_STROKES = "13";

/**
 * The people who wrote the test set of UCI's Pen-Based Recognition of Handwritten Digits (Alpaydin,
 * Alimoglu 1996), but for one whom nobody could read; those who wrote its training set to train.
 *
 * @param folder where the file of their strokes is
 * @throws Error that names the file that is missing
 */
export function readPeople(folder: string, half: Half = "validation"): Person[] {
  const path = join(folder, `pendigits-${half}-strokes.json.gz`);
  if (!existsSync(path)) throw new Error(`${path} is missing`);
  const digits: Recorded[] = JSON.parse(gunzipSync(readFileSync(path)).toString());
  const byPerson = Map.groupBy(digits, ({ comment }) => comment.split(" ")[1]);
  if (half === "validation") byPerson.delete(LOST_STROKES);
  return [...byPerson.values()].map((written) =>
    Array.from({ length: 10 }, (_, digit) =>
      written.filter(({ label }) => label === digit).map(({ strokes }) => downwards(strokes)),
    ),
  );
}

function downwards(strokes: [number, number][][]): Point[][] {
  return strokes.map((points) => points.map(([x, y]): Point => [x, -y]));
}
