import { formOf } from "../candidates/evidence.ts";
import { formScore } from "../candidates/score.ts";
import type { Judge } from "../Judge.ts";
import { type Box, BRIGHT, type Plane } from "../Plane.ts";

/** Ink that may be a digit, and what speaks for it. */
export interface Piece {
  box: Box;
  /** Grey levels [28][28]. */
  pixels: Uint8Array;
  logits: Float32Array;
  /** The log-odds of being one whole digit. */
  odds: number;
}

/** What the greatest logit is worth, up to which, and where it leaves it open whether there is a digit. */
const LOGIT = 0.9;
const SURE = 8;
const OPEN = 3;

/**
 * @param cutOut as crop returns it
 * @param box where its ink is
 */
export function pieceOf(cutOut: Plane, box: Box, judge: Judge): Piece {
  const pixels = judge.steps.drawDigit(cutOut);
  const logits = judge.logits(pixels);
  const { area, outline } = measure(cutOut);
  const odds =
    LOGIT * (Math.min(SURE, Math.max(...logits)) - OPEN) + formScore(formOf(box, area, outline));
  return { box, pixels, logits, odds };
}

/** Pixels of ink, and the sides that they share with others. */
function measure({ width, levels }: Plane): { area: number; outline: number } {
  let [area, outline] = [0, 0];
  for (let i = 0; i < levels.length; i++) {
    if (levels[i] < BRIGHT) continue;
    area++;
    outline +=
      Number(levels[i - 1] < BRIGHT) +
      Number(levels[i + 1] < BRIGHT) +
      Number(levels[i - width] < BRIGHT) +
      Number(levels[i + width] < BRIGHT);
  }
  return { area, outline };
}
