import { addGrounds, type Ground, whole } from "../ground/Ground.ts";
import { type Layer, layerOf, levelsOf, polarities, strongest } from "../ground/layers.ts";
import type { Judge } from "../Judge.ts";
import type { Plane } from "../Plane.ts";
import { labelLayer } from "../shapes/label.ts";
import { nested } from "../shapes/nested.ts";
import { likeness } from "./piece.ts";
import { readSheet, type SheetReading } from "./readSheet.ts";
import type { Segment } from "./Segment.ts";
import { freeSheet, type Sheet } from "./Sheet.ts";

/** A reading whose digits look as much like digits as this on average needs no better one. */
const ENOUGH = 0.85;

/** … if they have this share of what stands out. */
const EXPLAINED = 0.85;

/** What looks less like digits than this on average is not taken for any. */
const LEAST = 0.3;

/** What a reading of the strongest ink is worth beside one of all ink. */
const STRONGEST = 0.9;

/** What is written on a ground. */
export interface GroundReading extends Omit<SheetReading, "sheet"> {
  ground: Ground;
}

/**
 * Reads what is written on the ground whose strokes look most like digits: the picture, or a card, panel or frame in it.
 * What stands out most of two levels of ink is looked at where all of it does not read well.
 *
 * @param segment null where digits that touch are not to be cut apart
 * @param least digits that are lower, in pixels, are not read
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
  let [best, most]: [GroundReading | null, number] = [null, -Infinity];
  const isEnough = () =>
    best !== null && meanLikeness(best) >= ENOUGH && best.explained >= EXPLAINED;
  const look = (ground: Ground, layer: Layer, worth: number): Layer | null => {
    const labelled = labelLayer(layer);
    if (!labelled) return null;
    const written: Sheet = { ground, layer, labelled };
    const { sheet, ...reading } = readSheet(written, judge, segment, least);
    sheets.push(written, sheet);
    const score = worth * scoreOf(reading);
    if (reading.rows.length > 0 && score > most) [best, most] = [{ ...reading, ground }, score];
    if (!isEnough()) addGrounds(grounds, nested(ground, labelled));
    return reading.height < least ? null : sheet.layer;
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

/** How much is read, in pixels of height, what is likelier no digit taken off. */
function scoreOf({ rows, explained }: Omit<SheetReading, "sheet">): number {
  return (
    explained *
    rows.flat().reduce((sum, piece) => sum + piece.box.height * (2 * likeness(piece) - 1), 0)
  );
}

export function meanLikeness({ rows }: Pick<SheetReading, "rows">): number {
  const pieces = rows.flat();
  return pieces.reduce((sum, piece) => sum + likeness(piece), 0) / pieces.length;
}
