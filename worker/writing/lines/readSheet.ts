import { crop } from "../candidates/crop.ts";
import type { Judge } from "../Judge.ts";
import { type Box, boxAround, longerSide } from "../Plane.ts";
import { LONGEST_OUTLINE } from "../shapes/groups.ts";
import { rolesOf } from "../shapes/roles.ts";
import type { Shape } from "../shapes/Shape.ts";
import { segment } from "./cuts/segment.ts";
import { eraseLines } from "./eraseLines.ts";
import { type Part, partsOf } from "./parts.ts";
import { type Piece, pieceOf } from "./piece.ts";
import { rowsOf } from "./rows.ts";
import type { Sheet } from "./Sheet.ts";
import { isCross } from "./signs.ts";
import { typicalHeight } from "./typicalHeight.ts";

/** Shapes longer than so many typical heights may hold lines. */
const LONG = 2.5;

/** A part of so great odds of being a digit is not cut, unless it is wider than this share of the typical height. */
const SURE = 2;
const WIDE = 0.75;

/** Parts that lie no farther apart than this share of the typical height may be of one digit, if one is not sure. */
const CLOSE = 0.1;

/** What has less odds than this is not a digit. */
const LEAST_ODDS = -3;

/** What is written on a sheet. */
export interface SheetReading {
  rows: Piece[][];
  /** The height of most of its digits in pixels; 0 where there are none. */
  height: number;
}

/** Reads a sheet row by row, once the lines of boxes and paper are erased. */
export function readSheet(sheet: Sheet, judge: Judge): SheetReading {
  const shapes = shapesOf(sheet);
  const height = typicalHeight(shapes.filter(mayBeDigit)) || typicalHeight(shapes);
  if (height === 0) return { rows: [], height };
  const long = shapes.filter(
    (shape) => longerSide(shape.box) >= LONG * height || !mayBeDigit(shape),
  );
  const bare = long.length > 0 ? eraseLines(sheet, long) : null;
  if (bare) return readSheet(bare, judge);
  const rows = rowsOf(partsOf(shapes, height), height)
    .map((row) => digitsOf(row, height, sheet, judge).filter(({ odds }) => odds >= LEAST_ODDS))
    .filter((row) => row.length > 0);
  return { rows, height };
}

function shapesOf({ labelled, ground }: Sheet): Shape[] {
  const { strokes, framed, rules } = rolesOf(labelled, ground.flat);
  return [...strokes, ...framed, ...rules];
}

function mayBeDigit({ outline, box }: Shape): boolean {
  return outline <= LONGEST_OUTLINE * (box.width + box.height);
}

/** A part and what it is taken for. */
interface Taken {
  box: Box;
  shapes: Shape[];
  piece: Piece;
}

/** The digits of a row: its parts, joined where they lie against one another, and cut where they are several digits. */
function digitsOf(row: Part[], height: number, sheet: Sheet, judge: Judge): Piece[] {
  const taken = row
    .map((part) => take(part, sheet, judge))
    .filter(({ piece }) => !isCross(piece.cutOut));
  return chainsOf(taken, height).flatMap((chain) => {
    const isSure = chain.length === 1 && isPlain(chain[0], height);
    if (isSure) return [chain[0].piece];
    const shapes = chain.flatMap((part) => part.shapes);
    const pieces = segment(cutOut(shapes, sheet), boxAround(shapes), height, judge);
    return pieces.length > 0 ? pieces : chain.map(({ piece }) => piece);
  });
}

function isPlain({ piece, box }: Taken, height: number): boolean {
  return piece.odds > SURE && box.width <= WIDE * height;
}

/** Parts that lie against one another and may be of one digit. */
function chainsOf(row: Taken[], height: number): Taken[][] {
  const chains: Taken[][] = [];
  for (const part of row) {
    const chain = chains.at(-1);
    const before = chain?.at(-1);
    const isOne =
      before &&
      part.box.left - before.box.left - before.box.width <= CLOSE * height &&
      !(isPlain(before, height) && isPlain(part, height));
    if (chain && isOne) chain.push(part);
    else chains.push([part]);
  }
  return chains;
}

/** Takes a part without its lesser shapes where they make it no likelier. */
function take({ main, lesser, box }: Part, sheet: Sheet, judge: Judge): Taken {
  const alone = { box: main.box, shapes: [main], piece: pieceOfShapes([main], sheet, judge) };
  if (lesser.length === 0) return alone;
  const shapes = [main, ...lesser];
  const piece = pieceOfShapes(shapes, sheet, judge);
  return piece.odds >= alone.piece.odds - 0.5 ? { box, shapes, piece } : alone;
}

function pieceOfShapes(shapes: Shape[], sheet: Sheet, judge: Judge): Piece {
  return pieceOf(cutOut(shapes, sheet), boxAround(shapes), judge);
}

function cutOut(shapes: Shape[], { layer, labelled }: Sheet) {
  return crop(layer.ink, layer.threshold.level, labelled, shapes);
}
