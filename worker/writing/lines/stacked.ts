import type { Judge } from "../Judge.ts";
import { boxAround } from "../Plane.ts";
import { pieceOfShapes, type Taken } from "./chains.ts";
import { shareOver } from "./parts.ts";
import type { Sheet } from "./Sheet.ts";

/** Either lies over the other with this share of its width: less than a lesser part does, where digits lean. */
const OVER = 0.4;

/** How far apart the upper and the lower part of a broken digit may be, as a share of the typical height. */
const GAP = 0.25;

/** A digit is no higher than so many typical heights. */
const TALLEST = 1.4;

/** How many pairs are tried, to a part: in a tangle all lie over all. */
const MOST_TRIES = 2;

/** What is likelier than this by itself is whole. */
const WHOLE = 1.5;

/**
 * Puts the parts of broken digits together: those that lie over one another, close by, and are likelier one digit than
 * either is alone.
 *
 * @param height of a digit, in pixels
 */
export function joinStacked(parts: Taken[], height: number, sheet: Sheet, judge: Judge): Taken[] {
  const left: (Taken | null)[] = [...parts];
  const nearTo = nearByTop(parts, TALLEST * height);
  let tries = MOST_TRIES * parts.length;
  parts.forEach((part, i) => {
    const near = nearTo(part);
    for (let n = 0; n < near.length && tries >= 0; n++) {
      const [a, b] = [left[i], left[near[n]]];
      if (!a || !b || a === b || !mayBeOne(a, b, height)) continue;
      if (tries-- <= 0) continue;
      const shapes = [...a.shapes, ...b.shapes];
      const piece = pieceOfShapes(shapes, sheet, judge);
      if (piece.odds <= Math.max(a.piece.odds, b.piece.odds)) continue;
      left[i] = { box: boxAround(shapes), shapes, piece };
      left[near[n]] = null;
      n = -1;
    }
  });
  return left.filter((part) => part !== null);
}

/**
 * Looks up which parts, by their numbers, start no farther above or below one than a reach: of what is put together
 * within it, all do.
 */
function nearByTop(parts: Taken[], reach: number): (part: Taken) => number[] {
  const near = new Map<number, number[]>();
  const bandOf = ({ box }: Taken) => Math.floor(box.top / reach);
  parts.forEach((part, i) => {
    for (let band = bandOf(part) - 1; band <= bandOf(part) + 1; band++) {
      near.set(band, near.get(band) ?? []);
      near.get(band)?.push(i);
    }
  });
  return (part) => near.get(bandOf(part)) ?? [];
}

function mayBeOne(a: Taken, b: Taken, height: number): boolean {
  const top = Math.min(a.box.top, b.box.top);
  const bottom = Math.max(a.box.top + a.box.height, b.box.top + b.box.height);
  if (bottom - top > TALLEST * height) return false;
  if (bottom - top - a.box.height - b.box.height > GAP * height) return false;
  const [narrow, wide] = a.box.width < b.box.width ? [a, b] : [b, a];
  if (shareOver(narrow.box, wide.box) < OVER) return false;
  return a.piece.odds <= WHOLE || b.piece.odds <= WHOLE;
}
