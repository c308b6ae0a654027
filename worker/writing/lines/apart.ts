import type { Judge } from "../Judge.ts";
import type { Shape } from "../shapes/Shape.ts";
import { isPlain, type Taken, take } from "./chains.ts";
import { isCross } from "./crosses.ts";
import { LEAST_MAIN } from "./parts.ts";
import type { SheetParts } from "./sheetParts.ts";
import { joinStacked } from "./stacked.ts";

/** What is small is a digit from these odds on. */
const SMALL_ODDS = 2;

/** What the parts of a sheet are taken for by themselves: none is cut, and only broken ones are put together. */
export function takeApart({ sheet, parts, height }: SheetParts, judge: Judge): Taken[] {
  const isTaken = new Set<Shape>();
  const taken = parts
    .map((part) => take(part, isTaken, sheet, judge))
    .filter(
      ({ piece, box }) =>
        (box.height >= LEAST_MAIN * height || piece.odds >= SMALL_ODDS) && !isCross(piece.cutOut),
    );
  return joinStacked(taken, height, sheet, judge);
}

/** The share of the outlines of all that stands out that plain digits have. */
export function plainShare(taken: Taken[], { shapes, height }: SheetParts): number {
  const plain = taken.filter((part) => isPlain(part, height));
  return outlineOf(plain.flatMap((part) => part.shapes)) / outlineOf(shapes);
}

export function outlineOf(shapes: Shape[]): number {
  return shapes.reduce((sum, { outline }) => sum + outline, 0);
}
