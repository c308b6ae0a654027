import type { Judged } from "../findWriting.ts";
import type { Judge } from "../Judge.ts";
import { boxAround } from "../Plane.ts";
import { rolesOf } from "../shapes/roles.ts";
import type { Piece } from "./piece.ts";
import { readSheet } from "./readSheet.ts";

/** A digit is plain from these odds on, if it was not cut from others and has this share of the tallest one's height. */
const PLAIN = 2.2;
const TALL = 0.6;

/**
 * How many digits there plainly are where one was found: on the same ground, each apart from the others.
 *
 * @returns 1 where it may be the only one
 */
export function countDigits(best: Judged, judge: Judge): number {
  const { ground, layer, labelled, strokes } = best;
  if (ground.depth === 0 && ground.scale > 1) return 1;
  const roles = rolesOf(labelled, ground.flat);
  const tall = TALL * boxAround(strokes).height;
  const others = [...roles.strokes, ...roles.framed].filter(({ box }) => box.height >= tall);
  if (others.length < 2) return 1;
  const { rows } = readSheet({ ground, layer, labelled }, judge);
  return Math.max(1, plainDigits(rows).length);
}

/** Those of some pieces that are plainly digits of their own. */
export function plainDigits(rows: Piece[][]): Piece[] {
  const pieces = rows.flat();
  const tallest = Math.max(...pieces.map(({ box }) => box.height));
  return pieces.filter(
    ({ odds, isCut, box }) => !isCut && odds >= PLAIN && box.height >= TALL * tallest,
  );
}
