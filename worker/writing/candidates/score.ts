import type { Group } from "../shapes/groups.ts";
import type { Evidence } from "./evidence.ts";

/**
 * What each piece of evidence is worth, in log-odds of being what is written: a conditional logit
 * (McFadden 1974) over the candidates of each picture, fitted to generated drawings and situations.
 */
const WORTH = {
  logit: 0.67,
  solid: -23.5,
  flat: -1.2,
  tangle: -1.42,
  border: -8.4,
  size: 0.19,
  explained: 0.63,
  share: 0.58,
  parts: -1.49,
  depth: -0.9,
  near: -1.75,
  edges: -1.06,
};

/** Up to here strokes are no wider, flatter, longer or more along the border than those of digits. */
const USUAL = { solid: 0.15, aspect: 1.1, tangle: 5, border: 0.03 };

/** Shares below these count as these. */
const LEAST = { explained: 0.003, share: 0.02 };

/** The greatest logit that says more than lesser ones: digits reach it, what is none hardly ever. */
const SURE = 6;

/** What a judge's word is worth where there is no judge: that of one who is fairly sure. */
const UNJUDGED = 5;

/** The most that a judge's word is worth. */
export const MOST_JUDGED = WORTH.logit * SURE;

/** The log-odds below which nothing is taken for writing, and from which on nothing better is looked for. */
export const LEAST_SCORE = -1.25;
export const ENOUGH = 2.6;

/** The log-odds by shape and place alone: 0 at best. */
export function shapeScore(evidence: Evidence, by: Group["by"]): number {
  const { aspect, tangle, border, size, explained, share, parts, depth } = evidence;
  return (
    WORTH.solid * over(solidity(evidence), USUAL.solid) +
    WORTH.flat * over(Math.log(aspect / USUAL.aspect), 0) +
    WORTH.tangle * over(Math.log(tangle / USUAL.tangle), 0) +
    WORTH.border * over(border, USUAL.border) +
    WORTH.size * Math.log(size) +
    WORTH.explained * Math.log(Math.max(LEAST.explained, explained)) +
    WORTH.share * Math.log(Math.max(LEAST.share, share)) +
    WORTH.parts * Math.log(parts) +
    WORTH.depth * depth +
    (by === "all" ? 0 : WORTH[by])
  );
}

/** What the judge adds: the greatest logit, the free energy of its word (Liu et al. 2020) in short. */
export function judgedScore(logits?: Float32Array): number {
  return WORTH.logit * Math.min(SURE, logits ? Math.max(...logits) : UNJUDGED);
}

/** How wide the strokes are, forgiving a 1, which is short across. */
export function solidity({ width, aspect }: Evidence): number {
  return width * Math.sqrt(Math.min(aspect, 1 / aspect));
}

function over(value: number, usual: number): number {
  return Math.max(0, value - usual);
}
