import type { Candidate } from "../candidates/Candidate.ts";
import { ENOUGH } from "../candidates/score.ts";
import type { Found } from "../findWriting.ts";
import type { Ground } from "../ground/Ground.ts";
import type { Judge } from "../Judge.ts";
import { type Box, boxAround } from "../Plane.ts";
import { rolesOf } from "../shapes/roles.ts";
import { outlineOf, takeApart } from "./apart.ts";
import { OVER, shareOver } from "./parts.ts";
import { isOne, type Piece } from "./piece.ts";
import type { Sheet } from "./Sheet.ts";
import { sheetParts } from "./sheetParts.ts";

/** A digit is plain from these odds on, if it was not cut from others and has this share of the tallest one's height. */
const PLAIN = 1.2;
const TALL = 0.6;

/** The share of what is as tall that digits are, at least. */
const MOSTLY = 0.6;

/** Where all digits are 1s, they have this share of the outlines of what stands out: else they are parts of something. */
const EXPLAINED = 0.7;

/** Rows of digits are farther apart than this share of a digit's height: what is closer is one digit, of segments. */
const ROWS_APART = 0.08;

/** So many parts of a sheet, and no more, are looked at. */
const MOST_PARTS = 100;

/** What was found with a lesser score may be part of several. */
const DOUBTFUL = 0.5;

/** How many of the layers that were searched are read where that is so. */
const MOST_LAYERS = 2;

/**
 * How many digits there plainly are where one was looked for: on its ground if it is convincing, and otherwise on what was
 * searched first.
 *
 * @returns 1 where there may be only one, 0 where there may be none
 */
export function countDigits({ candidates, best }: Found, judge: Judge): number {
  const isConvincing = best !== null && best.judged.score >= leastConvincing(best.ground);
  const sheets: Sheet[] = isConvincing ? [best] : firstSheets(candidates);
  const tall = isConvincing ? TALL * boxAround(best.strokes).height : 0;
  const counts = sheets
    .filter((sheet) => countTall(sheet, tall) > 1)
    .map((sheet) => countPlain(sheet, judge));
  return Math.max(best ? 1 : 0, ...counts);
}

/** Counts the plain digits among the parts of a sheet, or, of many parts, among some from all over it. */
function countPlain(sheet: Sheet, judge: Judge): number {
  const all = sheetParts(sheet);
  const every = Math.ceil(all.parts.length / MOST_PARTS);
  const parts = all.parts.filter((_, i) => i % every === 0);
  const taken = takeApart({ ...all, parts }, judge);
  const plain = plainDigits(taken.map(({ piece }) => piece));
  const own = taken.filter(({ piece }) => plain.includes(piece)).flatMap(({ shapes }) => shapes);
  const areBars = plain.every(isOne);
  const isRest = areBars && every * outlineOf(own) < EXPLAINED * outlineOf(all.shapes);
  return isRest ? 0 : plain.length;
}

/** The score from which on what was found on a ground stands for itself: at a coarser look digits may run together. */
function leastConvincing({ scale, depth }: Ground): number {
  if (scale === 1) return DOUBTFUL;
  return depth === 0 ? ENOUGH : Infinity;
}

/** The layers that candidates of the picture itself were first found in. */
function firstSheets(candidates: Candidate[]): Sheet[] {
  const sheets = new Map<Candidate["labelled"], Sheet>();
  for (const candidate of candidates) {
    const { ground, labelled } = candidate;
    const isPicture = ground.depth === 0 && ground.scale === 1;
    if (isPicture && !sheets.has(labelled)) sheets.set(labelled, candidate);
  }
  return [...sheets.values()].slice(0, MOST_LAYERS);
}

function countTall({ ground, labelled }: Sheet, tall: number): number {
  const { strokes, framed } = rolesOf(labelled, ground.flat);
  return [...strokes, ...framed].filter(({ box }) => box.height >= tall).length;
}

/**
 * Those of some pieces that are plainly digits of their own; none where too many others are as tall, as on a page of text.
 */
export function plainDigits(pieces: Piece[]): Piece[] {
  const tallest = Math.max(...pieces.map(({ box }) => box.height));
  const tall = pieces.filter(({ box }) => box.height >= TALL * tallest);
  const plain = tall.filter(({ odds, isCut }) => !isCut && odds >= PLAIN);
  if (plain.length < MOSTLY * tall.length) return [];
  const stacked = stackedAmong(plain);
  return plain.filter((piece) => !stacked.has(piece));
}

/** Those of some pieces that all but touch another over or under them. */
function stackedAmong(pieces: Piece[]): Set<Piece> {
  const stacked = new Set<Piece>();
  const sorted = pieces.toSorted((a, b) => a.box.left - b.box.left);
  sorted.forEach((piece, i) => {
    const right = piece.box.left + piece.box.width;
    for (let k = i + 1; k < sorted.length && sorted[k].box.left < right; k++) {
      if (areStacked(piece.box, sorted[k].box)) stacked.add(piece).add(sorted[k]);
    }
  });
  return stacked;
}

/** Whether two boxes all but touch, one over the other. */
function areStacked(a: Box, b: Box): boolean {
  const gap = Math.max(a.top - b.top - b.height, b.top - a.top - a.height);
  const isApart = gap > ROWS_APART * Math.min(a.height, b.height);
  return !isApart && Math.min(shareOver(a, b), shareOver(b, a)) >= OVER;
}
