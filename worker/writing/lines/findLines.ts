import type { GreyImage } from "../../image/GreyImage.ts";
import { type Found, findWriting, WORKING_SIDE } from "../findWriting.ts";
import { isMnistImage } from "../form/mnistForm.ts";
import type { Ground } from "../ground/Ground.ts";
import type { Judge } from "../Judge.ts";
import { type Box, boxAround, longerSide, type Plane } from "../Plane.ts";
import { certainty } from "./piece.ts";
import { type GroundReading, readGrounds } from "./readGrounds.ts";
import { plainDigits } from "./several.ts";

/** The most digits that are read in a picture. */
export const MOST_DIGITS = 1000;

/** Digits lower than this, in pixels of the picture as findWriting works on it, are looked at in all its pixels. */
const LOW = 24;

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
 */
export function findLines(image: GreyImage, judge: Judge): FoundLines {
  const flat = judge.steps.flatten(image, longerSide(image));
  if (isMnistImage(image)) return { flat, lines: [[only(image)]], refusal: "" };

  const reading = read(image, judge);
  const count = reading?.rows.flat().length ?? 0;
  if (count > MOST_DIGITS) {
    const refusal = `There are ${count} digits in the image, more than ${MOST_DIGITS}. Send it in parts.`;
    return { flat, lines: [], refusal };
  }
  if (!reading || plainDigits(reading.rows).length < 2) {
    const found = findWriting(image, judge);
    if (!reading || count < 2 || isWhole(found, reading)) return single(flat, found);
  }
  const { rows, ground } = reading;
  const lines = rows.map((row) =>
    row.map((piece): FoundDigit => {
      const { box, pixels } = piece;
      return { box: inPicture(box, ground), pixels, certainty: certainty(piece) };
    }),
  );
  return { flat, lines, refusal: "" };
}

/** Reads a picture as findWriting works on it, and in all its pixels where the digits are low. */
function read(image: GreyImage, judge: Judge): GroundReading | null {
  const side = longerSide(image);
  const scale = Math.ceil(side / WORKING_SIDE);
  const coarse = readGrounds(judge.steps.flatten(image, WORKING_SIDE), scale, judge);
  if (scale === 1 || (coarse && coarse.height >= LOW)) return coarse;
  return readGrounds(judge.steps.flatten(image, side), 1, judge) ?? coarse;
}

/** Whether the only digit that was found is made of all that was taken for several. */
function isWhole({ best }: Found, { rows, ground }: GroundReading): boolean {
  if (!best) return false;
  const one = inPicture(boxAround(best.strokes), best.ground);
  return rows.flat().every(({ box }) => {
    const { left, top, width, height } = inPicture(box, ground);
    const [x, y] = [left + width / 2, top + height / 2];
    return x > one.left && x < one.left + one.width && y > one.top && y < one.top + one.height;
  });
}

function single(flat: Plane, { best, refusal }: Found): FoundLines {
  if (!best) return { flat, lines: [], refusal };
  const box = inPicture(boxAround(best.strokes), best.ground);
  return { flat, lines: [[{ box, pixels: best.judged.pixels, certainty: 1 }]], refusal: "" };
}

/** The digit of an image in MNIST's form. */
function only({ width, height, grey }: GreyImage): FoundDigit {
  const places = [...grey.keys()].filter((i) => grey[i] > 0);
  const columns = places.map((i) => i % width);
  const rows = places.map((i) => Math.floor(i / height));
  const [left, top] = [Math.min(...columns), Math.min(...rows)];
  const box = {
    left,
    top,
    width: Math.max(...columns) - left + 1,
    height: Math.max(...rows) - top + 1,
  };
  return { box, pixels: grey, certainty: 1 };
}

function inPicture({ left, top, width, height }: Box, ground: Ground): Box {
  const { scale } = ground;
  return {
    left: ground.left + scale * left,
    top: ground.top + scale * top,
    width: scale * width,
    height: scale * height,
  };
}
