import { freeBytes } from "../../image/freeBytes.ts";
import type { GreyImage } from "../../image/GreyImage.ts";
import { ENOUGH } from "../candidates/score.ts";
import { type Found, findWriting, WORKING_SIDE } from "../findWriting.ts";
import { isMnistImage } from "../form/mnistForm.ts";
import type { Ground } from "../ground/Ground.ts";
import type { Judge } from "../Judge.ts";
import { type Box, boxAround, longerSide, type Plane } from "../Plane.ts";
import { detectionBox } from "./detectionBox.ts";
import { certainty } from "./piece.ts";
import { type GroundReading, readGrounds } from "./readGrounds.ts";
import type { Segment } from "./Segment.ts";
import { freeSheet } from "./Sheet.ts";
import { meanLikeness } from "./score.ts";
import { plainDigits } from "./several.ts";

/** Digits lower than this, in pixels of the picture as findWriting works on it, are looked at in all its pixels. */
const LOW = 24;

/** What looks less like digits than this on average gives way to the only digit that was found. */
const LIKELY = 0.5;

/** A row of digits cut from one another that look like digits by this on average stands even beside a convincing one. */
const CONVINCING = 0.8;

/** A digit of several in a picture. */
export interface FoundDigit {
  /** Around its strokes, in pixels of `flat`. */
  box: Box;
  /** Grey levels [28][28], row-major: the net's input. */
  pixels: Uint8Array;
  /** The probability that it is one digit, and all of it: 0 … 1. */
  certainty: number;
}

/** The digits in a picture, and how they were found. */
export interface FoundLines {
  /** Composited grey levels. */
  flat: Plane;
  /** The lines from top to bottom, the digits in each from left to right; none where nothing is written. */
  lines: FoundDigit[][];
  /** Why nothing is found, for the sender; empty if something is. */
  refusal: string;
}

/**
 * Finds every digit in an image of any size, in reading order. The only one has the pixels that toPixels
 * makes of it.
 *
 * @param segment null where digits that touch are not to be cut apart
 */
export function findLines(image: GreyImage, judge: Judge, segment: Segment | null): FoundLines {
  if (isMnistImage(image)) return only(image);
  const { flat, reading } = read(image, judge, segment);
  const pieces = reading?.rows.flat() ?? [];
  if (!reading || plainDigits(pieces).length < 2) {
    const found = findWriting(image, judge);
    found.sheets.forEach(freeSheet);
    if (!reading || pieces.length < 2 || isWhole(found, reading, flat)) return single(found);
  }
  const { rows, ground } = reading;
  const lines = rows.map((row) =>
    row.map((piece): FoundDigit => {
      const { box, pixels } = piece;
      return { box: inPicture(box, ground, flat), pixels, certainty: certainty(piece) };
    }),
  );
  return { flat, lines, refusal: "" };
}

interface PlaneReading {
  flat: Plane;
  reading: GroundReading | null;
}

/** Reads a picture as findWriting works on it, and in all its pixels where the digits are low. */
function read(image: GreyImage, judge: Judge, segment: Segment | null): PlaneReading {
  const side = longerSide(image);
  const isAll = side <= WORKING_SIDE;
  const coarse = readAt(WORKING_SIDE, image, judge, segment, isAll ? 0 : LOW);
  if (isAll || (coarse.reading && coarse.reading.height >= LOW)) return coarse;
  freeBytes(coarse.flat.levels);
  return readAt(side, image, judge, segment, 0);
}

/** Reads a picture averaged down to a side. */
function readAt(
  side: number,
  image: GreyImage,
  judge: Judge,
  segment: Segment | null,
  least: number,
): PlaneReading {
  const flat = judge.steps.flatten(image, side);
  try {
    return { flat, reading: readGrounds(flat, judge, segment, least) };
  } catch (error) {
    freeBytes(flat.levels);
    throw error;
  }
}

/** Whether the only digit that was found is made of all that was taken for several, and is likelier. */
function isWhole({ flat: coarse, best }: Found, reading: GroundReading, flat: Plane): boolean {
  if (!best) return false;
  const least = best.judged.score < ENOUGH ? LIKELY : isCutRow(reading) ? CONVINCING : Infinity;
  if (meanLikeness(reading) >= least) return false;
  const { rows, ground } = reading;
  const one = detectionBox(inPicture(boxAround(best.strokes), best.ground, coarse), coarse);
  return rows.flat().every(({ box }) => {
    const [ymin, xmin, ymax, xmax] = detectionBox(inPicture(box, ground, flat), flat);
    const [x, y] = [(xmin + xmax) / 2, (ymin + ymax) / 2];
    return y > one[0] && x > one[1] && y < one[2] && x < one[3];
  });
}

/** Whether there is one row, in which digits touch. */
function isCutRow({ rows }: GroundReading): boolean {
  return rows.length === 1 && rows[0].filter(({ isCut }) => isCut).length > 1;
}

function single({ flat, best, refusal }: Found): FoundLines {
  if (!best) return { flat, lines: [], refusal };
  const box = inPicture(boxAround(best.strokes), best.ground, flat);
  return { flat, lines: [[{ box, pixels: best.judged.pixels, certainty: 1 }]], refusal: "" };
}

/** The digit of an image in MNIST's form. */
function only({ width, height, grey }: GreyImage): FoundLines {
  const places = [...grey.keys()].filter((i) => grey[i] > 0);
  const columns = places.map((i) => i % width);
  const rows = places.map((i) => Math.floor(i / width));
  const [left, top] = [Math.min(...columns), Math.min(...rows)];
  const box = {
    left,
    top,
    width: Math.max(...columns) - left + 1,
    height: Math.max(...rows) - top + 1,
  };
  const flat = { width, height, levels: grey };
  return { flat, lines: [[{ box, pixels: grey, certainty: 1 }]], refusal: "" };
}

/** Where a box of a ground is in the picture that it is on, as far as it lies within. */
function inPicture(box: Box, { left, top, scale }: Ground, flat: Plane): Box {
  const start = left + scale * box.left;
  const head = top + scale * box.top;
  return {
    left: start,
    top: head,
    width: Math.min(flat.width - start, scale * box.width),
    height: Math.min(flat.height - head, scale * box.height),
  };
}
