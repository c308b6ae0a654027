import { crop } from "../candidates/crop.ts";
import type { Judge } from "../Judge.ts";
import { boxAround, longerSide } from "../Plane.ts";
import { LONGEST_OUTLINE } from "../shapes/groups.ts";
import { rolesOf } from "../shapes/roles.ts";
import type { Shape } from "../shapes/Shape.ts";
import { eraseLines } from "./eraseLines.ts";
import { type Part, partsOf } from "./parts.ts";
import { type Piece, pieceOf } from "./piece.ts";
import { rowsOf } from "./rows.ts";
import type { Sheet } from "./Sheet.ts";
import { typicalHeight } from "./typicalHeight.ts";

/** Shapes longer than so many typical heights may hold lines. */
const LONG = 2.5;

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
    .map((row) =>
      row.map((part) => pieceOfPart(part, sheet, judge)).filter(({ odds }) => odds > -3),
    )
    .filter((row) => row.length > 0);
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
