import { longerSide } from "../Plane.ts";
import { LONGEST_OUTLINE } from "../shapes/groups.ts";
import { rolesOf } from "../shapes/roles.ts";
import type { Shape } from "../shapes/Shape.ts";
import { coveringLittle } from "./covering.ts";
import { eraseLines } from "./eraseLines.ts";
import { type Part, partsOf } from "./parts.ts";
import { ringsAmong } from "./rings.ts";
import { freeSheet, type Sheet } from "./Sheet.ts";
import { typicalHeight } from "./typicalHeight.ts";

/** Shapes longer than so many typical heights may hold lines; they are looked at, and once more what is left of them. */
const LONG = 2.5;
const PASSES = 2;

/** More shapes than this are grain, and more parts are no page of digits. */
const MOST_SHAPES = 20_000;
const MOST_PARTS = 1_500;

/** What may be digits on a sheet, or several that touch. */
export interface SheetParts {
  /** Without the lines of boxes and paper. */
  sheet: Sheet;
  /** All that stands out. */
  shapes: Shape[];
  parts: Part[];
  /** The typical height in pixels; 0 where there is nothing. */
  height: number;
}

/** Gathers what may be digits on a sheet, once the lines of boxes and paper are erased. */
export function sheetParts(sheet: Sheet, passes = PASSES): SheetParts {
  const shapes = shapesOf(sheet);
  const rings = ringsAmong(shapes, sheet.labelled.components);
  const height = heightOf(shapes.filter((shape) => !rings.has(shape)));
  if (height === 0 || shapes.length > MOST_SHAPES) return { sheet, shapes, parts: [], height };
  const long = shapes.filter(
    (shape) => longerSide(shape.box) >= LONG * height || !mayBeDigit(shape) || rings.has(shape),
  );
  const bare = passes > 0 && long.length > 0 && eraseLines(sheet, long);
  if (bare) {
    const found = sheetParts(bare, passes - 1);
    if (found.sheet !== bare) freeSheet(bare);
    return found;
  }
  const inner = shapes.filter((shape) => !rings.has(shape));
  const parts = partsOf(inner, height);
  const isPage =
    parts.length <= MOST_PARTS && coveringLittle(parts, sheet.ground.flat).length === parts.length;
  return { sheet, shapes: inner, parts: isPage ? parts : [], height };
}

/** The typical height of what may be digits; what reaches the border may be cut off, or the edge of a desk. */
function heightOf(shapes: Shape[]): number {
  const likely = shapes.filter(mayBeDigit);
  const inner = likely.filter(({ onBorder }) => onBorder === 0);
  return typicalHeight(inner) || typicalHeight(likely) || typicalHeight(shapes);
}

function shapesOf({ labelled, ground }: Sheet): Shape[] {
  const { strokes, framed, rules } = rolesOf(labelled, ground.flat);
  return [...strokes, ...framed, ...rules];
}

function mayBeDigit({ outline, box }: Shape): boolean {
  return outline <= LONGEST_OUTLINE * (box.width + box.height);
}
