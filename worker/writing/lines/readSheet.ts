import type { Judge } from "../Judge.ts";
import { boxAround } from "../Plane.ts";
import { outlineOf } from "./apart.ts";
import { chainsOf, cutOut, isPlain, type Taken } from "./chains.ts";
import type { Piece } from "./piece.ts";
import { rowsOf } from "./rows.ts";
import type { Segment } from "./Segment.ts";
import type { Sheet } from "./Sheet.ts";
import type { SheetParts } from "./sheetParts.ts";
import { withoutSides } from "./sides.ts";
import { withoutSigns } from "./signs.ts";

/** What has less odds than this is not a digit, and than that, not even among digits. */
const LEAST_ODDS = -3;
const LEAST_AMONG_DIGITS = -5;

/** Among so many plain digits, what has such odds and is no wider than this share of them is one digit too. */
const USUAL_COUNT = 12;
const USUAL_SHARE = 0.95;
const USUAL_ODDS = 0.5;

/** What is written on a sheet. */
export interface SheetReading {
  rows: Piece[][];
  /** The height of most of its digits in pixels; 0 where there are none. */
  height: number;
  /** The share of the outlines of what stands out that digits have. */
  explained: number;
}

/**
 * Reads a sheet row by row.
 *
 * @param taken what its parts are taken for
 * @param segment null where digits that touch are not to be cut apart
 */
export function readSheet(
  { sheet, shapes, height }: SheetParts,
  taken: Taken[],
  judge: Judge,
  segment: Segment | null,
): SheetReading {
  let read = 0;
  const wide = usualWidth(taken, height);
  const rows = rowsOf(taken, height).map((row) => {
    const pieces = chainsOf(row, height).flatMap((chain) => {
      const shapesOf = chain.flatMap((part) => part.shapes);
      const whole = readChain(chain, height, wide, sheet, judge, segment);
      if (whole.some(({ odds }) => odds >= LEAST_ODDS)) read += outlineOf(shapesOf);
      return whole;
    });
    const odds = pieces.map((piece) => piece.odds).sort((a, b) => a - b);
    const least = odds[odds.length >> 1] > 0 ? LEAST_AMONG_DIGITS : LEAST_ODDS;
    return withoutSigns(pieces).filter((piece) => piece.odds >= least);
  });
  return {
    rows: withoutSides(rows).filter((row) => row.length > 0),
    height,
    explained: read / outlineOf(shapes),
  };
}

function readChain(
  chain: Taken[],
  height: number,
  wide: number,
  sheet: Sheet,
  judge: Judge,
  segment: Segment | null,
): Piece[] {
  const apart = chain.map(({ piece }) => piece);
  const isOne =
    chain.length === 1 &&
    (isPlain(chain[0], height) || (chain[0].piece.odds > USUAL_ODDS && chain[0].box.width <= wide));
  if (isOne || !segment) return apart;
  const shapes = chain.flatMap((part) => part.shapes);
  const cut = segment(cutOut(shapes, sheet), boxAround(shapes), height, judge);
  return cut.length > 0 ? cut : apart;
}

/** The width that all but the widest plain digits have at most; 0 where there are too few to tell. */
function usualWidth(taken: Taken[], height: number): number {
  const widths = taken
    .filter((part) => isPlain(part, height))
    .map(({ box }) => box.width)
    .sort((a, b) => a - b);
  return widths.length < USUAL_COUNT ? 0 : widths[Math.floor(USUAL_SHARE * widths.length)];
}
