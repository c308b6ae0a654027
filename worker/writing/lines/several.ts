import type { Found } from "../findWriting.ts";
import type { Judge } from "../Judge.ts";
import { boxAround } from "../Plane.ts";
import { rolesOf } from "../shapes/roles.ts";
import type { Piece } from "./piece.ts";
import { readGrounds } from "./readGrounds.ts";
import { readSheet } from "./readSheet.ts";

/** A digit is plain from these odds on, if it was not cut from others and has this share of the tallest one's height. */
const PLAIN = 1.2;
const TALL = 0.6;

/** What was found with a lesser score may be part of several. */
const DOUBTFUL = 0.5;

/**
 * How many digits there plainly are where one was looked for. Where that is convincing, only what shares its ground
 * is looked at; otherwise the picture is read anew.
 *
 * @returns 1 where there may be only one, 0 where there may be none
 */
export function countDigits({ flat, best }: Found, judge: Judge): number {
  if (!best || best.judged.score < DOUBTFUL) {
    const reading = readGrounds(flat, 1, judge);
    const count = reading ? plainDigits(reading.rows).length : 0;
    return Math.max(best ? 1 : 0, count);
  }
  const { ground, layer, labelled, strokes } = best;
  const { strokes: all, framed } = rolesOf(labelled, ground.flat);
  const tall = TALL * boxAround(strokes).height;
  if ([...all, ...framed].filter(({ box }) => box.height >= tall).length < 2) return 1;
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
