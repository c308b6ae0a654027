import type { Judge } from "../Judge.ts";
import type { Box, Plane } from "../Plane.ts";
import type { Piece } from "./piece.ts";

/**
 * Parts writing that touches into digits.
 *
 * @param cutOut as crop returns it
 * @param box where its ink is
 * @param height of a digit as far as it is known, in pixels
 * @returns from left to right
 */
export type Segment = (cutOut: Plane, box: Box, height: number, judge: Judge) => Piece[];
