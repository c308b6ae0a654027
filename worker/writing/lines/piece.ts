import { formOf } from "../candidates/evidence.ts";
import { formScore } from "../candidates/score.ts";
import type { Judge, Judgement } from "../Judge.ts";
import type { Box, Plane } from "../Plane.ts";
import type { DrawnDigit } from "../Steps.ts";

/** Ink that may be a digit, and what speaks for it. */
export interface Piece extends DrawnDigit, Judgement {
  box: Box;
  cutOut: Plane;
  /** What its form says, as formScore has it. */
  form: number;
  /** Whether it was cut from what it touches. */
  isCut: boolean;
  /** The log-odds of being one whole digit. */
  odds: number;
}

/** What the greatest logit is worth, up to which, and where it leaves it open whether there is a digit. */
const LOGIT = 0.9;
const SURE = 8;
const OPEN = 3;

const CALIBRATION = { slope: 0.8, offset: 1 };

/**
 * @param cutOut as crop returns it
 * @param box where its ink is
 */
export function pieceOf(cutOut: Plane, box: Box, judge: Judge): Piece {
  const { pixels, area, outline, stray } = judge.steps.drawDigit(cutOut);
  const { logits, features } = judge.judge(pixels);
  const form = formScore(formOf(box, area, outline));
  const odds = LOGIT * (Math.min(SURE, greatest(logits)) - OPEN) + form;
  return { box, cutOut, pixels, area, outline, stray, logits, features, form, isCut: false, odds };
}

/** Whether a piece is taken for a 1: a bar. */
export function isOne({ logits }: Piece): boolean {
  return logits[1] === greatest(logits);
}

export function greatest(logits: Float32Array): number {
  let most = -Infinity;
  for (let i = 0; i < logits.length; i++) if (logits[i] > most) most = logits[i];
  return most;
}

/** How much a piece looks like a digit, 0 … 1: enough to tell digits from other things by, but no probability. */
export function likeness({ odds }: Piece): number {
  return logistic(odds);
}

/**
 * The probability that what was taken for a digit is one, and all of it: the odds, calibrated with those of whole pictures
 * of generated numbers to be read without a mistake (Platt 1999).
 */
export function certainty({ odds }: Piece): number {
  return logistic(CALIBRATION.slope * odds + CALIBRATION.offset);
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
