import { freeBytes } from "../../../image/freeBytes.ts";
import { BRIGHT, type Plane } from "../../Plane.ts";
import { notchPaths } from "./notches.ts";
import { hasLessBetween, type Path, reduced, shortestPath } from "./paths.ts";

/** The height that writing is reduced to before it is cut, in pixels; strokes have three or four then. */
const COARSE = 36;

/** From one window to the next, and how far windows reach to either side, as shares of the height. */
const STEP = 1 / 14;
const REACHES = [1 / 4, 1 / 10];

/** The most ink that a path around it goes through, and a cut straight through, as shares of the height. */
const DEEPEST = 0.55;
const DEEPEST_STRAIGHT = 0.8;

/** Two ways are the same if there is no more ink between them than so many pixels' width of the height. */
const SAME = 0.35;

/** The most ways that are tried, the ones through the least ink, in a width of a digit's height: writing has fewer. */
const MOST = 16;

/** A way from the top to the bottom along which writing may be cut. */
export interface Seam {
  /** In each row the first column to its right, in pixels of the cut-out. */
  columns: number[];
  /** In each row the first column with ink from there on; the width where there is none. */
  next: number[];
  /** In each row the last column with ink before; −1 where there is none. */
  previous: number[];
  /** How much ink it goes through, as a share of the height. */
  ink: number;
  /** How many strokes it goes through. */
  crossings: number;
}

/**
 * Finds ways to cut writing into digits: in each of many windows, which overlap, the path from top to
 * bottom that goes through the least ink (Wang and Jean 1994, Segmentation of merged characters by neural
 * networks and shortest path); and straight through ink, from notch to notch. Gaps, narrow bridges and the
 * valleys of the profile are all on such paths.
 *
 * @param cutOut as crop returns it
 * @param height of the writing's digits, in pixels
 * @returns from left to right; the first lies before all ink, the last behind it
 */
export function seams(cutOut: Plane, height: number): Seam[] {
  const factor = Math.max(1, Math.round(height / COARSE));
  const writing = reduced(cutOut, factor);
  const unit = height / factor;
  const step = Math.max(1, STEP * unit);
  const paths = notchPaths(writing, unit).filter(({ ink }) => ink <= DEEPEST_STRAIGHT * unit);
  for (let at = step; at < writing.width - 1; at += step) {
    for (const share of REACHES) {
      const path = shortestPath(writing, at, Math.max(1, share * unit));
      if (path.ink <= DEEPEST * unit) paths.push(path);
    }
  }
  const most = Math.ceil((MOST * writing.width) / unit);
  const found: Path[] = [];
  for (const path of paths.sort((a, b) => a.ink - b.ink)) {
    const isSame = (other: Path) =>
      Math.abs(other.middle - path.middle) < unit &&
      hasLessBetween(other, path, writing, SAME * unit);
    // Windows that overlap find the same again: it is among the last ones.
    if (found.length < most && !found.findLast(isSame)) found.push(path);
  }
  freeBytes(writing.ink);
  const straight = (x: number) => seamAlong(() => x, cutOut, 0, 0);
  return [
    straight(0),
    ...found
      .sort((a, b) => a.middle - b.middle)
      .map(({ columns, ink, crossings }) =>
        seamAlong((y) => columns[(y / factor) | 0] * factor, cutOut, ink / unit, crossings),
      ),
    straight(cutOut.width),
  ];
}

function seamAlong(
  columnIn: (row: number) => number,
  { width, height, levels }: Plane,
  ink: number,
  crossings: number,
): Seam {
  const seam: Seam = { columns: [], next: [], previous: [], ink, crossings };
  for (let y = 0; y < height; y++) {
    const column = columnIn(y);
    let [next, previous] = [column, column - 1];
    while (next < width && levels[y * width + next] < BRIGHT) next++;
    while (previous >= 0 && levels[y * width + previous] < BRIGHT) previous--;
    seam.columns.push(column);
    seam.next.push(next);
    seam.previous.push(previous);
  }
  return seam;
}
