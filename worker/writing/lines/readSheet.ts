import type { Judge } from "../Judge.ts";
import { boxAround } from "../Plane.ts";
import type { Shape } from "../shapes/Shape.ts";
import { chainsOf, cutOut, isPlain, type Taken, take } from "./chains.ts";
import { isCross } from "./crosses.ts";
import { LEAST_MAIN, type Part } from "./parts.ts";
import type { Piece } from "./piece.ts";
import { rowsOf } from "./rows.ts";
import type { Segment } from "./Segment.ts";
import type { Sheet } from "./Sheet.ts";
import { sheetParts } from "./sheetParts.ts";
import { withoutSides } from "./sides.ts";
import { withoutSigns } from "./signs.ts";
import { joinStacked } from "./stacked.ts";

/** What has less odds than this is not a digit, and than that, not even among digits. */
const LEAST_ODDS = -3;
const LEAST_AMONG_DIGITS = -5;

/** So many parts of a sheet, and no more, are looked at to tell whether there are several digits. */
const MOST_APART = 100;

/** What is small is a digit from these odds on. */
const SMALL_ODDS = 2;

/** Among so many plain digits, what has such odds and is no wider than this share of them is one digit too. */
const USUAL_COUNT = 12;
const USUAL_SHARE = 0.95;
const USUAL_ODDS = 0.5;

/** What is written on a sheet. */
export interface SheetReading {
  rows: Piece[][];
  /** The sheet without the lines of boxes and paper. */
  sheet: Sheet;
  /** The height of most of its digits in pixels; 0 where there are none. */
  height: number;
  /** The share of the outlines of what stands out that digits have. */
  explained: number;
}

/**
 * Reads a sheet row by row.
 *
 * @param segment null where digits that touch are not to be cut apart
 * @param least digits that are lower, in pixels, are not read
 */
export function readSheet(
  written: Sheet,
  judge: Judge,
  segment: Segment | null,
  least: number,
): SheetReading {
  const { sheet, shapes, parts, height } = sheetParts(written);
  if (height < least) return { rows: [], sheet, height, explained: 0 };
  let read = 0;
  const taken = takenOf(sheet, parts, height, judge);
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
    sheet,
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

export function outlineOf(shapes: Shape[]): number {
  return shapes.reduce((sum, { outline }) => sum + outline, 0);
}

/** What may be digits on a sheet, each apart from the others. */
export interface Apart {
  /** None is cut, and only broken ones are put together. */
  taken: Taken[];
  /** How long the outlines of all that stands out are; of so many parts, where not all were looked at. */
  outline: number;
}

/** Takes apart what is written on a sheet: every part, or of many some from all over it. */
export function apartOn(written: Sheet, judge: Judge): Apart {
  const { sheet, shapes, parts, height } = sheetParts(written);
  const every = Math.ceil(parts.length / MOST_APART);
  const some = parts.filter((_, i) => i % every === 0);
  const share = some.length / Math.max(1, parts.length);
  return { taken: takenOf(sheet, some, height, judge), outline: share * outlineOf(shapes) };
}

function takenOf(sheet: Sheet, parts: Part[], height: number, judge: Judge): Taken[] {
  const isTaken = new Set<Shape>();
  const taken = parts
    .map((part) => take(part, isTaken, sheet, judge))
    .filter(
      ({ piece, box }) =>
        (box.height >= LEAST_MAIN * height || piece.odds >= SMALL_ODDS) && !isCross(piece.cutOut),
    );
  return joinStacked(taken, height, sheet, judge);
}
