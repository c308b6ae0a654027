import { addGrounds, type Ground, whole } from "../ground/Ground.ts";
import { type Layer, layerOf, levelsOf, polarities, strongest } from "../ground/layers.ts";
import type { Judge } from "../Judge.ts";
import type { Plane } from "../Plane.ts";
import { labelLayer } from "../shapes/label.ts";
import { nested } from "../shapes/nested.ts";
import { plainShare, takeApart } from "./apart.ts";
import { likeness } from "./piece.ts";
import { readSheet, type SheetReading } from "./readSheet.ts";
import type { Segment } from "./Segment.ts";
import { freeSheet, type Sheet } from "./Sheet.ts";
import { type SheetParts, sheetParts } from "./sheetParts.ts";

/** A reading whose digits look as much like digits as this on average needs no better one. */
const ENOUGH = 0.85;

/** … if they have this share of what stands out. */
const EXPLAINED = 0.85;

/** What looks less like digits than this on average is not taken for any. */
const LEAST = 0.3;

/** What a reading of the strongest ink is worth beside one of all ink. */
const STRONGEST = 0.9;

/** Digits are no narrower than this share of their height on average. */
const NARROW = 0.25;

/** Where a reading's digits look as much like digits as this, ink with less than this share of its plain digits is not read. */
const LIKELY = 0.7;
const LESS_PLAIN = 0.5;

/** What is written on a ground. */
export interface GroundReading extends SheetReading {
  ground: Ground;
}

/**
 * Reads what is written on the ground whose strokes look most like digits: the picture, or a card, panel or frame in it.
 * What stands out most of two levels of ink is looked at where all of it does not read well.
 *
 * @param segment null where digits that touch are not to be cut apart
 * @param least digits that are lower, in pixels, are not cut apart
 * @returns null where nothing is written
 */
export function readGrounds(
  flat: Plane,
  judge: Judge,
  segment: Segment | null,
  least: number,
): GroundReading | null {
  const sheets: Sheet[] = [];
  const best = bestReading(flat, judge, segment, least, sheets);
  sheets.forEach(freeSheet);
  return best && meanLikeness(best) >= LEAST ? best : null;
}

/** @param sheets the ones that it looks at are added to */
function bestReading(
  flat: Plane,
  judge: Judge,
  segment: Segment | null,
  least: number,
  sheets: Sheet[],
): GroundReading | null {
  const grounds = [whole(flat)];
  let [best, most, plain]: [GroundReading | null, number, number] = [null, -Infinity, 0];
  const isEnough = () =>
    best !== null && meanLikeness(best) >= ENOUGH && best.explained >= EXPLAINED;
  const look = (ground: Ground, layer: Layer, worth: number): Layer | null => {
    const labelled = labelLayer(layer);
    if (!labelled) return null;
    const written: Sheet = { ground, layer, labelled };
    const parts = sheetParts(written);
    sheets.push(written, parts.sheet);
    const isPromising = worth * mostScore(parts) > most;
    const isRead = isPromising && readParts(parts, ground, worth);
    if (!isEnough()) addGrounds(grounds, nested(ground, labelled));
    return isRead ? parts.sheet.layer : null;
  };
  /** Whether there is a reading. */
  const readParts = (parts: SheetParts, ground: Ground, worth: number): boolean => {
    const taken = takeApart(parts, judge);
    const share = plainShare(taken, parts);
    if (best && meanLikeness(best) >= LIKELY && share < LESS_PLAIN * plain) return false;
    const reading = readSheet(parts, taken, judge, parts.height < least ? null : segment);
    const score = worth * scoreOf(reading);
    if (reading.rows.length > 0 && score > most) {
      [best, most, plain] = [{ ...reading, ground }, score, share];
    }
    return true;
  };
  for (const ground of grounds) {
    const levels = levelsOf(ground.flat, judge.steps);
    const bare: Layer[] = [];
    for (const isDark of polarities(levels)) {
      const layer = layerOf(levels, isDark);
      const left = layer && look(ground, layer, 1);
      if (isEnough()) return best;
      if (left) bare.push(left);
    }
    for (const layer of bare) {
      const inked = strongest(layer);
      if (inked) look(ground, inked, STRONGEST);
      if (isEnough()) return best;
    }
  }
  return best;
}

/** As much as scoreOf says at most: digits without a gap between them. */
function mostScore({ parts }: SheetParts): number {
  return parts.reduce((sum, { box }) => sum + box.width, 0) / NARROW;
}

/** How much is read, in pixels of height, what is likelier no digit taken off. */
function scoreOf({ rows, explained }: SheetReading): number {
  return (
    explained *
    rows.flat().reduce((sum, piece) => sum + piece.box.height * (2 * likeness(piece) - 1), 0)
  );
}

export function meanLikeness({ rows }: Pick<SheetReading, "rows">): number {
  const pieces = rows.flat();
  return pieces.reduce((sum, piece) => sum + likeness(piece), 0) / pieces.length;
}
