import { greatest } from "../piece.ts";
import type { Candidate } from "./lattice.ts";
import { BIASES, UNITS, WEIGHTS } from "./worthWeights.ts";

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

/** Logits up to these say more than lesser ones. */
const SURE = 8;
const UNSURE = 4;

/** Logits outside of these say no more. */
const LEAST_LOGIT = -8;
const GREATEST_LOGIT = 10;

/** An unusual aspect counts for no more than this many nats. */
const LEAST_ASPECT = -8;

/** What is lower or wider than these, in logarithms and shares of the height, is less likely a digit. */
const LOW = 0.15;
const WIDE = 0.8;

/** Cuts through more strokes than these count as through these. */
const MOST_CROSSINGS = 4;

/** What 1 stands for in the network's features. */
const FEATURE_UNIT = 2 ** -27;

/**
 * The log-odds, but for a constant, of a piece to be one of several digits that touch: the potential of a conditional
 * random field over the ways to cut (Lafferty, McCallum and Pereira 2001), which a network with a hidden layer computes
 * (Peng, Bo and Xu 2009, Conditional neural fields). Its first row is linear.
 *
 * @param height of a digit, in pixels
 */
export function worthOf(candidate: Candidate, height: number): number {
  const inputs = inputsOf(candidate, height);
  let worth = 0;
  for (let row = 0; row < BIASES.length; row++) {
    let sum = 0;
    const start = row * inputs.length;
    for (let i = 0; i < inputs.length; i++) sum += WEIGHTS[start + i] * inputs[i];
    const unit = UNITS[row];
    sum = BIASES[row] + Math.abs(unit) * sum;
    worth += row === 0 ? sum : Math.sign(unit) * Math.max(0, sum);
  }
  return worth;
}

/** What is known of a piece, each brought to about 1; the network's features come last. */
export function inputsOf(candidate: Candidate, height: number): number[] {
  const { piece, features, before, after, above, below, isFirst, isLast } = candidate;
  const { logits, box, form, stray } = piece;
  const most = greatest(logits);
  const digit = logits.indexOf(most);
  const [mean, deviation] = ASPECT[digit];
  const off = Math.log(box.width / box.height / mean) / deviation;
  const inputs = [
    Math.min(SURE, most) / 4,
    Math.min(UNSURE, most) / 4,
    most - logSumExp(logits),
    Math.max(LEAST_ASPECT, (-off * off) / 2) / 2,
    2 * Math.max(0, -Math.log(box.height / height) - LOW),
    form / 2,
    3 * stray,
    2 * Math.max(0, box.width / height - WIDE),
    3 * after.ink,
    Math.min(MOST_CROSSINGS, after.crossings) / 2,
    3 * before.ink,
    Math.min(MOST_CROSSINGS, before.crossings) / 2,
    2 * Math.log(box.width / box.height),
    3 * Math.log(box.height / height),
    2 * Math.log(box.width / height),
    Number(isFirst),
    Number(isLast),
    2 * Math.min(1, above / height),
    2 * Math.min(1, below / height),
  ];
  for (let other = 0; other < ASPECT.length; other++) inputs.push(Number(other === digit));
  for (let i = 0; i < logits.length; i++) {
    inputs.push(Math.min(GREATEST_LOGIT, Math.max(LEAST_LOGIT, logits[i])) / 4);
  }
  for (let i = 0; i < features.length; i++) inputs.push(FEATURE_UNIT * features[i]);
  return inputs;
}

function logSumExp(logits: Float32Array): number {
  const most = greatest(logits);
  return most + Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - most), 0));
}
