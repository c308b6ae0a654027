import type { Group } from "../shapes/groups.ts";
import { WIDEST } from "../shapes/roles.ts";
import type { Evidence, Form } from "./evidence.ts";

/**
 * What each piece of evidence is worth, in log-odds of being what is written: a conditional logit
 * (McFadden 1974) over the candidates of each picture, fitted to generated drawings and situations.
 */
const WORTH = {
  logit: 0.74,
  thick: -16,
  filled: -7,
  flat: -1.46,
  tangle: -1.3,
  border: -7,
  size: 0.2,
  explained: 0.85,
  share: 0.74,
  parts: -1.6,
  nested: -0.8,
  coarse: -0.3,
  near: -1.1,
  edges: -1.1,
};

/** Up to here strokes are no thicker, fuller, flatter, longer or more along the border than digits. */
const USUAL = { thick: 0.15, filled: 0.45, aspect: WIDEST, tangle: 5, border: 0.03 };

/** Shares below these count as these. */
const LEAST = { explained: 0.003, share: 0.02 };

/** The greatest logit that says more than lesser ones: digits reach it, what is none hardly ever. */
const SURE = 6;

/** What a judge's word is worth where there is no judge: that of one who is fairly sure. */
const UNJUDGED = 5;

/** The most that a judge's word is worth. */
export const MOST_JUDGED = WORTH.logit * SURE;

/** The log-odds below which nothing is taken for writing, and from which on nothing better is looked for. */
export const LEAST_SCORE = -1.2;
export const ENOUGH = 2.75;

/** The log-odds by shape and place alone: 0 at best. */
export function shapeScore(evidence: Evidence, by: Group["by"]): number {
  const { border, size, explained, share, parts, depth, scale } = evidence;
  return (
    formScore(evidence) +
    WORTH.border * over(border, USUAL.border) +
    WORTH.size * Math.log(size) +
    WORTH.explained * Math.log(Math.max(LEAST.explained, explained)) +
    WORTH.share * Math.log(Math.max(LEAST.share, share)) +
    WORTH.parts * Math.log(parts) +
    (depth > 0 ? WORTH.nested : 0) +
    (scale > 1 ? WORTH.coarse : 0) +
    (by === "all" ? 0 : WORTH[by])
  );
}

/** What the form of strokes says alone: 0 where they are as a digit's may be, less where they are not. */
export function formScore({ width, fill, aspect, tangle }: Form): number {
  // A 1 is short across: it may be thick beside its length, and fill its box.
  const slender = Math.sqrt(Math.min(aspect, 1 / aspect));
  return (
    WORTH.thick * over(width * slender, USUAL.thick) +
    WORTH.filled * over(fill * slender, USUAL.filled) +
    WORTH.flat * over(Math.log(aspect / USUAL.aspect), 0) +
    WORTH.tangle * over(Math.log(tangle / USUAL.tangle), 0)
  );
}

/** What the judge adds: the greatest logit, the free energy of its word (Liu et al. 2020) in short. */
export function judgedScore(logits?: Float32Array): number {
  return WORTH.logit * Math.min(SURE, logits ? Math.max(...logits) : UNJUDGED);
}

function over(value: number, usual: number): number {
  return Math.max(0, value - usual);
}
