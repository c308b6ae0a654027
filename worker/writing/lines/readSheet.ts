import { crop } from "../candidates/crop.ts";
import type { Judge } from "../Judge.ts";
import { boxAround } from "../Plane.ts";
import { rolesOf } from "../shapes/roles.ts";
import type { Shape } from "../shapes/Shape.ts";
import { type Part, partsOf } from "./parts.ts";
import { type Piece, pieceOf } from "./piece.ts";
import { rowsOf } from "./rows.ts";
import type { Sheet } from "./Sheet.ts";
import { typicalHeight } from "./typicalHeight.ts";

/** The digits of a sheet, row by row. */
export function readSheet(sheet: Sheet, judge: Judge): Piece[][] {
  const { strokes, framed } = rolesOf(sheet.labelled, sheet.ground.flat);
  const shapes = [...strokes, ...framed];
  const height = typicalHeight(shapes);
  if (height === 0) return [];
  const parts = partsOf(shapes, height);
  return rowsOf(parts, height)
    .map((row) => row.map((part) => pieceOfPart(part, sheet, judge)).filter(({ odds }) => odds > 0))
    .filter((row) => row.length > 0);
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
