import { crop } from "../candidates/crop.ts";
import type { Judge } from "../Judge.ts";
import { type Box, boxAround, type Plane } from "../Plane.ts";
import type { Shape } from "../shapes/Shape.ts";
import { OVER, type Part, shareOver } from "./parts.ts";
import { type Piece, pieceOf } from "./piece.ts";
import type { Sheet } from "./Sheet.ts";

/** A part of so great odds of being a digit is plain, unless it is wider than this share of its height, or the typical one. */
const SURE = 1.5;
const WIDE = 0.7;
const VERY_SURE = 3.6;
const WIDER = 1.6;

/** Parts that lie no farther apart than this share of the typical height may be of one digit, if one is not plain. */
const CLOSE = 0.1;

/** How many lesser shapes a part is tried with. */
const MOST_LESSER = 4;

/** A lesser shape belongs to a part if it loses no more odds by it, or, beside it, gains as much. */
const LOSS = 0.5;

/** A part and what it is taken for. */
export interface Taken {
  box: Box;
  shapes: Shape[];
  piece: Piece;
}

/** Whether a part is plainly one digit. */
export function isPlain({ piece, box }: Taken, height: number): boolean {
  const { odds } = piece;
  const share = box.width / Math.max(height, box.height);
  return (odds > SURE && share <= WIDE) || (odds > VERY_SURE && share <= WIDER);
}

/** Gathers parts of a row that lie against one another and may be of one digit. */
export function chainsOf(row: Taken[], height: number): Taken[][] {
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

/**
 * Takes a part with those of its lesser shapes that lie in, over or under it, or make it likelier.
 *
 * @param isTaken the shapes that other parts have taken, to which its own are added
 */
export function take(
  { main, lesser: near }: Part,
  isTaken: Set<Shape>,
  sheet: Sheet,
  judge: Judge,
): Taken {
  const lesser = near.filter((shape) => !isTaken.has(shape));
  let shapes = [main];
  let piece = pieceOfShapes(shapes, sheet, judge);
  for (const shape of lesser.toSorted((a, b) => b.area - a.area).slice(0, MOST_LESSER)) {
    const more = [...shapes, shape];
    const wider = pieceOfShapes(more, sheet, judge);
    const gain = wider.odds - piece.odds;
    if (gain >= (shareOver(shape.box, main.box) >= OVER ? -LOSS : LOSS))
      [shapes, piece] = [more, wider];
  }
  if (lesser.length > shapes.length - 1 && lesser.length > 1) {
    const all = [main, ...lesser.slice(0, MOST_LESSER)];
    const whole = pieceOfShapes(all, sheet, judge);
    if (whole.odds >= piece.odds + LOSS) [shapes, piece] = [all, whole];
  }
  for (const shape of shapes) isTaken.add(shape);
  return { box: boxAround(shapes), shapes, piece };
}

export function pieceOfShapes(shapes: Shape[], sheet: Sheet, judge: Judge): Piece {
  return pieceOf(cutOut(shapes, sheet), boxAround(shapes), judge);
}

/** What some shapes are of a sheet, as crop returns it. */
export function cutOut(shapes: Shape[], { layer, labelled }: Sheet): Plane {
  return crop(layer, labelled, shapes);
}
