import { crop } from "../candidates/crop.ts";
import type { Judge } from "../Judge.ts";
import { boxAround, longerSide } from "../Plane.ts";
import { LONGEST_OUTLINE } from "../shapes/groups.ts";
import { rolesOf } from "../shapes/roles.ts";
import type { Shape } from "../shapes/Shape.ts";
import { segment } from "./cuts/segment.ts";
import { eraseLines } from "./eraseLines.ts";
import { type Part, partsOf } from "./parts.ts";
import { type Piece, pieceOf } from "./piece.ts";
import { rowsOf } from "./rows.ts";
import type { Sheet } from "./Sheet.ts";
import { typicalHeight } from "./typicalHeight.ts";

/** Shapes longer than so many typical heights may hold lines. */
const LONG = 2.5;

/** A part of so great odds of being a digit is not cut, unless it is wider than this share of the typical height. */
const SURE = 2;
const WIDE = 0.75;

/** The digits of a sheet, row by row. */
export function readSheet(sheet: Sheet, judge: Judge): Piece[][] {
  const shapes = shapesOf(sheet);
  const height = typicalHeight(shapes.filter(mayBeDigit));
  if (height === 0) return [];
  const long = shapes.filter(({ box }) => longerSide(box) >= LONG * height);
  const bare = long.length > 0 ? eraseLines(sheet, long) : null;
  if (bare) return readSheet(bare, judge);
  const parts = partsOf(shapes, height);
  return rowsOf(parts, height)
    .map((row) => digitsOf(row, height, sheet, judge).filter(({ odds }) => odds > -3))
    .filter((row) => row.length > 0);
}

/** The digits of a row: its parts, joined where they lie against one another, and cut where they are several digits. */
function digitsOf(row: Part[], height: number, sheet: Sheet, judge: Judge): Piece[] {
  return row.flatMap((part) => {
    const piece = pieceOfPart(part, sheet, judge);
    if (piece.odds > SURE && part.box.width <= WIDE * height) return [piece];
    const shapes = [part.main, ...part.lesser];
    const { layer, labelled } = sheet;
    const cutOut = crop(layer.ink, layer.threshold.level, labelled, shapes);
    const pieces = segment(cutOut, boxAround(shapes), height, judge);
    return pieces.length > 0 ? pieces : [piece];
  });
}

function shapesOf({ labelled, ground }: Sheet): Shape[] {
  const { strokes, framed } = rolesOf(labelled, ground.flat);
  return [...strokes, ...framed];
}

function mayBeDigit({ outline, box }: Shape): boolean {
  return outline <= LONGEST_OUTLINE * (box.width + box.height);
}

function pieceOfPart({ main, lesser }: Part, sheet: Sheet, judge: Judge): Piece {
  let best = pieceOfShapes([main], sheet, judge);
  for (const shape of lesser) {
    const more = pieceOfShapes([main, ...lesser], sheet, judge);
    void shape;
    if (more.odds >= best.odds - 0.5) best = more;
    break;
  }
  return best;
}

function pieceOfShapes(shapes: Shape[], { layer, labelled }: Sheet, judge: Judge): Piece {
  const cutOut = crop(layer.ink, layer.threshold.level, labelled, shapes);
  return pieceOf(cutOut, boxAround(shapes), judge);
}
