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
 * What speaks for a piece as a digit of several that touch, and against it; WORTH has a weight for each.
 *
 * @param height of a digit, in pixels
 */
export function featuresOf({ piece, ink, crossings }: Edge, height: number): number[] {
  if (!piece) return [];
  const { logits, box, form, stray } = piece;
  const greatest = Math.max(...logits);
  const digit = logits.indexOf(greatest);
  const [mean, deviation] = ASPECT[digit];
  const off = Math.log(box.width / box.height / mean) / deviation;
  const high = Math.log(box.height / height);
  return [
    1,
    Math.min(8, greatest),
    Math.min(4, greatest),
    greatest - logSumExp(logits),
    Math.max(-8, (-off * off) / 2),
    Math.max(0, -high - 0.15),
    Math.max(0, high - 0.2),
    form,
    stray,
    Number(digit === 1),
    Math.max(0, box.width / height - 0.8),
    ink,
    Math.min(4, crossings),
  ];
}

function logSumExp(logits: Float32Array): number {
  const greatest = Math.max(...logits);
  return greatest + Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - greatest), 0));
}
