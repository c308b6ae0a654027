import type { GreyImage } from "../../image/GreyImage.ts";
import { findWriting } from "../findWriting.ts";
import type { Judge } from "../Judge.ts";
import { type Box, boxAround, type Plane } from "../Plane.ts";

/** A digit of several in a picture. */
export interface FoundDigit {
  /** Around its strokes, in pixels of `flat`. */
  box: Box;
  /** Grey levels [28][28], row-major: the net's input. */
  pixels: Uint8Array;
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

/** Finds every digit in an image of any size, in reading order. */
export function findLines(image: GreyImage, judge: Judge): FoundLines {
  const { flat, best, refusal } = findWriting(image, judge);
  if (!best) return { flat, lines: [], refusal };
  const { strokes, ground, judged } = best;
  const { left, top, width, height } = boxAround(strokes);
  const { scale } = ground;
  const box = {
    left: ground.left + left * scale,
    top: ground.top + top * scale,
    width: width * scale,
    height: height * scale,
  };
  return { flat, lines: [[{ box, pixels: judged.pixels }]], refusal };
}
