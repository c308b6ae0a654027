import { addGrounds, type Ground, whole } from "../ground/Ground.ts";
import { type Layer, layerOf, levelsOf, polarities, strongest } from "../ground/layers.ts";
import type { Judge } from "../Judge.ts";
import type { Plane } from "../Plane.ts";
import { labelLayer } from "../shapes/label.ts";
import { nested } from "../shapes/nested.ts";
import { plainShare, takeApart } from "./apart.ts";
import { readSheet, type SheetReading } from "./readSheet.ts";
import type { Segment } from "./Segment.ts";
import { freeSheet, type Sheet } from "./Sheet.ts";
import { meanLikeness, mostScore, scoreOf } from "./score.ts";
import { type SheetParts, sheetParts } from "./sheetParts.ts";

/** A reading whose digits look as much like digits as this on average needs no better one. */
const ENOUGH = 0.85;

/** … if they have this share of what stands out. */
const EXPLAINED = 0.85;

/** What looks less like digits than this on average is not taken for any. */
const LEAST = 0.3;

/** What a reading of the strongest ink is worth beside one of all ink. */
const STRONGEST = 0.9;

/** Where a reading's digits look as much like digits as this, ink with less than this share of its plain digits is not read. */
const LIKELY = 0.5;
const LESS_PLAIN = 0.5;

/** So many low digits are a page of them. */
const MANY = 150;

/** What is written on a ground. */
export interface GroundReading extends SheetReading {
  ground: Ground;
}

/**
 * Reads what is written on the ground whose strokes look most like digits: the picture, or a card, panel or frame in it.
 * What stands out most of two levels of ink is looked at where all of it does not read well.
 *
 * @param segment null where digits that touch are not to be cut apart
 * @param least digits that are lower, in pixels, are not cut apart, and where there are many, not read
 * @returns null where nothing is written, or nothing read
 */
export function readGrounds(
  flat: Plane,
  judge: Judge,
  segment: Segment | null,
  least: number,
): GroundReading | null {
  const grounds = [whole(flat)];
  const search: Search = { judge, segment, least, grounds, sheets: [], best: null, isFine: false };
  try {
    for (const ground of grounds) {
      searchGround(search, ground);
      if (isDone(search)) break;
    }
  } finally {
    search.sheets.forEach(freeSheet);
  }
  const { best, isFine } = search;
  return best && !isFine && meanLikeness(best.reading) >= LEAST ? best.reading : null;
}

/** A search on its way. */
interface Search {
  judge: Judge;
  segment: Segment | null;
  least: number;
  grounds: Ground[];
  /** What was looked at. */
  sheets: Sheet[];
  best: Best | null;
  /** Whether all is too low to be read here. */
  isFine: boolean;
}

interface Best {
  reading: GroundReading;
  /** As scoreOf has it, times what the layer is worth. */
  score: number;
  /** The share of what stands out that plain digits have. */
  plain: number;
}

function isDone({ best, isFine }: Search): boolean {
  if (isFine || !best) return isFine;
  return meanLikeness(best.reading) >= ENOUGH && best.reading.explained >= EXPLAINED;
}

function searchGround(search: Search, ground: Ground): void {
  const levels = levelsOf(ground.flat, search.judge.steps);
  const bare: Layer[] = [];
  for (const isDark of polarities(levels)) {
    const layer = layerOf(levels, isDark);
    const left = layer && searchLayer(search, ground, layer, 1);
    if (isDone(search)) return;
    if (left) bare.push(left);
  }
  for (const layer of bare) {
    const inked = strongest(layer);
    if (inked) searchLayer(search, ground, inked, STRONGEST);
    if (isDone(search)) return;
  }
}

/** @returns the layer without the lines of boxes and paper; null where it cannot be the best */
function searchLayer(search: Search, ground: Ground, layer: Layer, worth: number): Layer | null {
  const { grounds, sheets, best, least } = search;
  const labelled = labelLayer(layer);
  if (!labelled) return null;
  const written: Sheet = { ground, layer, labelled };
  sheets.push(written);
  const parts = sheetParts(written);
  if (parts.sheet !== written) sheets.push(parts.sheet);
  search.isFine = parts.height < least && parts.parts.length >= MANY;
  if (search.isFine) return null;
  const mayBeBest = !best || worth * mostScore(parts) > best.score;
  const isRead = mayBeBest && readParts(search, parts, ground, worth);
  if (!isDone(search)) addGrounds(grounds, nested(ground, labelled));
  return isRead ? parts.sheet.layer : null;
}

/** Reads parts, unless they are plainly worse digits than the best. */
function readParts(search: Search, parts: SheetParts, ground: Ground, worth: number): boolean {
  const { judge, segment, least, best } = search;
  const taken = takeApart(parts, judge);
  const plain = plainShare(taken, parts);
  if (best && meanLikeness(best.reading) >= LIKELY && plain < LESS_PLAIN * best.plain) return false;
  const reading = readSheet(parts, taken, judge, parts.height < least ? null : segment);
  const score = worth * scoreOf(reading);
  if (reading.rows.length > 0 && (!best || score > best.score)) {
    search.best = { reading: { ...reading, ground }, score, plain };
  }
  return true;
}
