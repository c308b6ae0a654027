import { likeness } from "./piece.ts";
import type { SheetReading } from "./readSheet.ts";
import type { SheetParts } from "./sheetParts.ts";

/** Digits are no narrower than this share of their height on average. */
const NARROW = 0.25;

/** As much as scoreOf says of parts at most: digits without a gap between them. */
export function mostScore({ parts }: SheetParts): number {
  return parts.reduce((sum, { box }) => sum + box.width, 0) / NARROW;
}

/** How much is read, in pixels of height, what is likelier no digit taken off. */
export function scoreOf({ rows, explained }: SheetReading): number {
  return (
    explained *
    rows.flat().reduce((sum, piece) => sum + piece.box.height * (2 * likeness(piece) - 1), 0)
  );
}

/** How much what is read looks like digits, on average: 0 … 1. */
export function meanLikeness({ rows }: Pick<SheetReading, "rows">): number {
  const pieces = rows.flat();
  return pieces.reduce((sum, piece) => sum + likeness(piece), 0) / pieces.length;
}
