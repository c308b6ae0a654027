import type { Judge } from "../Judge.ts";
import { boxAround } from "../Plane.ts";
import type { Shape } from "../shapes/Shape.ts";
import type { Cutter } from "./Cutter.ts";
import { chainsOf, cutOut, isPlain, type Taken, take } from "./chains.ts";
import { isCross } from "./crosses.ts";
import { LEAST_MAIN, type Part } from "./parts.ts";
import type { Piece } from "./piece.ts";
import { rowsOf } from "./rows.ts";
import type { Sheet } from "./Sheet.ts";
import { sheetParts } from "./sheetParts.ts";
import { withoutSides } from "./sides.ts";
import { withoutSigns } from "./signs.ts";
import { joinStacked } from "./stacked.ts";

/** What has less odds than this is not a digit, and than that, not even among digits. */
const LEAST_ODDS = -3;
const LEAST_AMONG_DIGITS = -5;

/** What is small is a digit from these odds on. */
const SMALL_ODDS = 2;

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
 * @param cutter cuts less after each cut
 */
export function readSheet(written: Sheet, judge: Judge, cutter: Cutter): SheetReading {
  const { sheet, shapes, parts, height } = sheetParts(written);
  let read = 0;
  const rows = rowsOf(takenOf(sheet, parts, height, judge), height).map((row) => {
    const pieces = chainsOf(row, height).flatMap((chain) => {
      const shapesOf = chain.flatMap((part) => part.shapes);
      const whole = readChain(chain, height, sheet, judge, cutter);
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
  sheet: Sheet,
  judge: Judge,
  cutter: Cutter,
): Piece[] {
  const apart = chain.map(({ piece }) => piece);
  const isOne = chain.length === 1 && isPlain(chain[0], height);
  if (isOne || !cutter.segment || cutter.heights <= 0) return apart;
  const shapes = chain.flatMap((part) => part.shapes);
  const box = boxAround(shapes);
  cutter.heights -= box.width / height;
  const cut = cutter.segment(cutOut(shapes, sheet), box, height, judge);
  return cut.length > 0 ? cut : apart;
}

export function outlineOf(shapes: Shape[]): number {
  return shapes.reduce((sum, { outline }) => sum + outline, 0);
}

/** What may be digits on a sheet, each apart from the others. */
export interface Apart {
  /** None is cut, and only broken ones are put together. */
  taken: Taken[];
  /** How long the outlines of all that stands out are. */
  outline: number;
}

export function apartOn(written: Sheet, judge: Judge): Apart {
  const { sheet, shapes, parts, height } = sheetParts(written);
  return { taken: takenOf(sheet, parts, height, judge), outline: outlineOf(shapes) };
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
