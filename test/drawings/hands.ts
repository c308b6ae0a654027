import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Point } from "../../samples/digits.ts";

/** The digits that one person wrote on a tablet, by label: of each its pen strokes, y downwards. */
export type Person = Point[][][][];

/** A file's digit: `comment` is the digit, the person and the trial; y upwards. */
interface Recorded {
  label: number;
  comment: string;
  strokes: [x: number, y: number][][];
}

const FILE = "pendigits-validation-strokes.json.gz";

/**
 * The people of UCI's Pen-Based Recognition of Handwritten Digits (Alpaydin, Alimoglu 1996) who
 * wrote its test set.
 *
 * @throws Error that names the file that is missing
 */
export function readPeople(folder: string): Person[] {
  const path = join(folder, FILE);
  if (!existsSync(path)) throw new Error(`${path} is missing`);
  const digits: Recorded[] = JSON.parse(gunzipSync(readFileSync(path)).toString());
  const byPerson = Map.groupBy(digits, ({ comment }) => comment.split(" ")[1]);
  return [...byPerson.values()].map((written) =>
    Array.from({ length: 10 }, (_, digit) =>
      written.filter(({ label }) => label === digit).map(({ strokes }) => downwards(strokes)),
    ),
  );
}

function downwards(strokes: [number, number][][]): Point[][] {
  return strokes.map((points) => points.map(([x, y]): Point => [x, -y]));
}
