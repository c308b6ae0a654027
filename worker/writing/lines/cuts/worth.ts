import type { Piece } from "../piece.ts";
import type { Edge } from "./lattice.ts";

/** The geometric mean of each digit's width by height in MNIST and other hands, and the deviation of its logarithm. */
const ASPECT: [mean: number, deviation: number][] = [
  [0.87, 0.2],
  [0.48, 0.58],
  [0.83, 0.24],
  [0.71, 0.22],
  [0.67, 0.25],
  [0.86, 0.23],
  [0.64, 0.22],
  [0.72, 0.23],
  [0.65, 0.22],
  [0.64, 0.2],
];

/**
 * What each feature is worth, in log-odds: a conditional random field over the ways to cut (Lafferty, McCallum and
 * Pereira 2001), fitted to generated numbers, spaced and touching, of the training halves of several sets.
 */
const WORTH = {
  piece: -0.31,
  logit: 0.68,
  unsure: -0.39,
  decided: 1.42,
  aspect: 0.42,
  low: -4.71,
  form: 0.64,
  stray: -1.46,
  wide: -1.33,
  ink: -1.35,
  crossings: -0.75,
};

/** What reading as each digit is worth: wrong cuts make a 2, 3 or 7 more often than a 0, 4 or 8. */
const WORTH_OF_DIGIT = [0.73, -0.67, -1.63, -1.18, 0.68, -0.92, 0.29, -1.3, 1.04, 0];

/** What each of the features is of a piece and the cut at its end. */
export type Features = Record<keyof typeof WORTH, number>;

/** Logits up to these say more than lesser ones. */
const SURE = 8;
const UNSURE = 4;

/** An unusual aspect counts for no more than this many nats. */
const LEAST_ASPECT = -8;

/** What is lower or wider than these, in logarithms and shares of the height, is less likely a digit. */
const LOW = 0.15;
const WIDE = 0.8;

/** Cuts through more strokes than these count as through these. */
const MOST_CROSSINGS = 4;

/**
 * The log-odds, but for a constant, of a piece to be one of several digits that touch.
 *
 * @param height of a digit, in pixels
 */
export function worthOf(edge: Edge, height: number): number {
  const features = featuresOf(edge, height);
  if (!edge.piece || !features) return 0;
  let worth = WORTH_OF_DIGIT[digitOf(edge.piece)];
  for (const [name, weight] of Object.entries(WORTH))
    worth += weight * features[name as keyof Features];
  return worth;
}

/** Null where there is no piece. */
export function featuresOf({ piece, ink, crossings }: Edge, height: number): Features | null {
  if (!piece) return null;
  const { logits, box, form, stray } = piece;
  const greatest = Math.max(...logits);
  const [mean, deviation] = ASPECT[digitOf(piece)];
  const off = Math.log(box.width / box.height / mean) / deviation;
  return {
    piece: 1,
    logit: Math.min(SURE, greatest),
    unsure: Math.min(UNSURE, greatest),
    decided: greatest - logSumExp(logits),
    aspect: Math.max(LEAST_ASPECT, (-off * off) / 2),
    low: Math.max(0, -Math.log(box.height / height) - LOW),
    form,
    stray,
    wide: Math.max(0, box.width / height - WIDE),
    ink,
    crossings: Math.min(MOST_CROSSINGS, crossings),
  };
}

/** The digit that a piece reads as. */
function digitOf({ logits }: Piece): number {
  return logits.indexOf(Math.max(...logits));
}

function logSumExp(logits: Float32Array): number {
  const greatest = Math.max(...logits);
  return greatest + Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - greatest), 0));
}
