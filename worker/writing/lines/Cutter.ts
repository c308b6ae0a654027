import type { Judge } from "../Judge.ts";
import type { Box, Plane } from "../Plane.ts";
import type { Piece } from "./piece.ts";

/** How much is cut in some pictures, in typical heights of its width: so many, and more for each of them. */
const MOST_CUT = 160;
const MORE_CUT = 8;

/**
 * Parts writing that touches into digits.
 *
 * @param cutOut as crop returns it
 * @param box where its ink is
 * @param height of a digit as far as it is known, in pixels
 * @returns from left to right
 */
export type Segment = (cutOut: Plane, box: Box, height: number, judge: Judge) => Piece[];

/** Cuts digits apart that touch, but no more of a picture than bounds the time. */
export interface Cutter {
  segment: Segment | null;
  /** How much is still cut, in typical heights of its width: what comes later is taken as it is. */
  heights: number;
}

/**
 * A cutter for all pictures of a request together: what it costs is not the more the smaller they are.
 *
 * @param segment null where digits that touch are not to be cut apart
 */
export function newCutter(segment: Segment | null, pictures: number): Cutter {
  return { segment, heights: MOST_CUT + MORE_CUT * pictures };
}
