import type { GreyImage } from "../../image/GreyImage.ts";
import { addGrounds, type Ground, whole } from "../ground/Ground.ts";
import { layerOf, levelsOf, polarities } from "../ground/layers.ts";
import type { Judge } from "../Judge.ts";
import type { Box, Plane } from "../Plane.ts";
import { label } from "../shapes/label.ts";
import { nested } from "../shapes/nested.ts";
import type { Piece } from "./piece.ts";
import { readSheet } from "./readSheet.ts";

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

const SIDE = 640;

/** Finds every digit in an image of any size, in reading order. */
export function findLines(image: GreyImage, judge: Judge): FoundLines {
  const flat = judge.steps.flatten(image, SIDE);
  const grounds = [whole(flat)];
  let [best, most]: [{ rows: Piece[][]; ground: Ground } | null, number] = [null, 0];
  for (const ground of grounds) {
    const levels = levelsOf(ground.flat, judge.steps);
    for (const isDark of polarities(levels)) {
      const layer = layerOf(levels, isDark);
      const labelled = layer && label(layer.ink, layer.weak, layer.threshold.level);
      if (!labelled) continue;
      const rows = readSheet({ ground, layer, labelled }, judge);
      const score = rows.flat().reduce((sum, { odds, box }) => sum + odds * box.height, 0);
      if (score > most) [best, most] = [{ rows, ground }, score];
      addGrounds(grounds, nested(ground, labelled));
    }
  }
  if (!best) return { flat, lines: [], refusal: "No digit can be made out in the image." };
  const { rows, ground } = best;
  const lines = rows.map((row) =>
    row.map(({ box, pixels }) => ({
      box: { ...box, left: box.left + ground.left, top: box.top + ground.top },
      pixels,
    })),
  );
  return { flat, lines, refusal: "" };
}
