import { crop } from "../candidates/crop.ts";
import type { Judge } from "../Judge.ts";
import { type Box, boxAround, longerSide } from "../Plane.ts";
import { LONGEST_OUTLINE } from "../shapes/groups.ts";
import { rolesOf } from "../shapes/roles.ts";
import type { Shape } from "../shapes/Shape.ts";
import { segment } from "./cuts/segment.ts";
import { eraseLines } from "./eraseLines.ts";
import { OVER, type Part, partsOf, shareOver } from "./parts.ts";
import { type Piece, pieceOf } from "./piece.ts";
import { rowsOf } from "./rows.ts";
import type { Sheet } from "./Sheet.ts";
import { isCross, withoutSigns } from "./signs.ts";
import { typicalHeight } from "./typicalHeight.ts";

/** Shapes longer than so many typical heights may hold lines. */
const LONG = 2.5;

/** A part of so great odds of being a digit is not cut, unless it is wider than this share of the typical height. */
const SURE = 1.5;
const WIDE = 0.7;
const VERY_SURE = 4;
const WIDER = 0.95;

/** Parts that lie no farther apart than this share of the typical height may be of one digit, if one is not sure. */
const CLOSE = 0.1;

/** How many lesser shapes a part is tried with. */
const MOST_LESSER = 4;

/** A lesser shape belongs to a part if it loses no more odds by it, or, beside it, gains as much. */
const LOSS = 0.5;

/** What has less odds than this is not a digit. */
const LEAST_ODDS = -3;

/** What is written on a sheet. */
export interface SheetReading {
  rows: Piece[][];
  /** The height of most of its digits in pixels; 0 where there are none. */
  height: number;
}

/** Reads a sheet row by row. */
export function readSheet(sheet: Sheet, judge: Judge): SheetReading {
  const written = partsOn(sheet);
  const { parts, height } = written;
  const rows = rowsOf(parts, height)
    .map((row) => withoutSigns(digitsOf(row, height, written.sheet, judge)))
    .map((row) => row.filter(({ odds }) => odds >= LEAST_ODDS))
    .filter((row) => row.length > 0);
  return { rows, height };
}

/** What may be digits on a sheet, each apart from the others: none is cut, none put together. */
export function apartOn(written: Sheet, judge: Judge): Piece[] {
  const { sheet, parts } = partsOn(written);
  return parts
    .map((part) => take(part, sheet, judge).piece)
    .filter(({ cutOut: ink }) => !isCross(ink));
}

/** What may be digits on a sheet, or several that touch, once the lines of boxes and paper are erased. */
function partsOn(sheet: Sheet): { sheet: Sheet; parts: Part[]; height: number } {
  const shapes = shapesOf(sheet);
  const height = typicalHeight(shapes.filter(mayBeDigit)) || typicalHeight(shapes);
  if (height === 0) return { sheet, parts: [], height };
  const long = shapes.filter(
    (shape) => longerSide(shape.box) >= LONG * height || !mayBeDigit(shape),
  );
  const bare = long.length > 0 ? eraseLines(sheet, long) : null;
  return bare ? partsOn(bare) : { sheet, parts: partsOf(shapes, height), height };
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
  const { odds } = piece;
  return (
    (odds > SURE && box.width <= WIDE * height) || (odds > VERY_SURE && box.width <= WIDER * height)
  );
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

/** Takes a part with those of its lesser shapes that lie in, over or under it, or make it likelier. */
function take({ main, lesser }: Part, sheet: Sheet, judge: Judge): Taken {
  let shapes = [main];
  let piece = pieceOfShapes(shapes, sheet, judge);
  for (const shape of lesser.toSorted((a, b) => b.area - a.area).slice(0, MOST_LESSER)) {
    const more = [...shapes, shape];
    const wider = pieceOfShapes(more, sheet, judge);
    const gain = wider.odds - piece.odds;
    if (gain >= (shareOver(shape.box, main.box) >= OVER ? -LOSS : LOSS))
      [shapes, piece] = [more, wider];
  }
  return { box: boxAround(shapes), shapes, piece };
}

function pieceOfShapes(shapes: Shape[], sheet: Sheet, judge: Judge): Piece {
  return pieceOf(cutOut(shapes, sheet), boxAround(shapes), judge);
}

function cutOut(shapes: Shape[], { layer, labelled }: Sheet) {
  return crop(layer.ink, layer.threshold.level, labelled, shapes);
}
