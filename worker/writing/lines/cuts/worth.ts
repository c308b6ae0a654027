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

/** How many rows of weights there are, and how many inputs each weighs. */
const ROWS = BIASES.length;
const INPUTS = WEIGHTS.length / ROWS;

/**
 * The log-odds, but for a constant, of a piece to be one of several digits that touch: the potential of a conditional
 * random field over the ways to cut (Lafferty, McCallum and Pereira 2001), which a network with a hidden layer computes
 * (Peng, Bo and Xu 2009, Conditional neural fields). Its first row is linear.
 *
 * @returns them by the height of a digit, in pixels
 */
export function worthOf(candidate: Candidate): (height: number) => number {
  const inputs = looksOf(candidate);
  const looks = weighed(inputs, INPUTS - inputs.length);
  return (height) => {
    const form = weighed(formOf(candidate, height), 0);
    let worth = 0;
    for (let row = 0; row < ROWS; row++) {
      const unit = UNITS[row];
      const sum = BIASES[row] + Math.abs(unit) * (form[row] + looks[row]);
      worth += row === 0 ? sum : Math.sign(unit) * Math.max(0, sum);
    }
    return worth;
  };
}

/** What some inputs, of which the first has this number, add to the sum of each row. */
function weighed(inputs: number[], first: number): number[] {
  const sums: number[] = [];
  for (let row = 0; row < ROWS; row++) {
    const start = row * INPUTS + first;
    let sum = 0;
    for (let i = 0; i < inputs.length; i++) sum += WEIGHTS[start + i] * inputs[i];
    sums.push(sum);
  }
  return sums;
}

/** What is known of a piece, each brought to about 1: its form and size, then its looks. */
export function inputsOf(candidate: Candidate, height: number): number[] {
  return [...formOf(candidate, height), ...looksOf(candidate)];
}

function formOf(candidate: Candidate, height: number): number[] {
  const { piece, before, after, above, below, isFirst, isLast } = candidate;
  const { logits, box, form, stray } = piece;
  const most = greatest(logits);
  const [mean, deviation] = ASPECT[logits.indexOf(most)];
  const off = Math.log(box.width / box.height / mean) / deviation;
  return [
    Math.min(SURE, most) / 4,
    Math.min(UNSURE, most) / 4,
    most - logSumExp(logits, most),
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
}

/** What the network makes of a piece: its digit, its logits and its features. */
function looksOf({ piece: { logits, features } }: Candidate): number[] {
  const digit = logits.indexOf(greatest(logits));
  const looks: number[] = [];
  for (let i = 0; i < logits.length; i++) looks.push(Number(i === digit));
  for (let i = 0; i < logits.length; i++) {
    looks.push(Math.min(GREATEST_LOGIT, Math.max(LEAST_LOGIT, logits[i])) / 4);
  }
  for (let i = 0; i < features.length; i++) looks.push(FEATURE_UNIT * features[i]);
  return looks;
}

function logSumExp(logits: Float32Array, most: number): number {
  let sum = 0;
  for (let i = 0; i < logits.length; i++) sum += Math.exp(logits[i] - most);
  return most + Math.log(sum);
}
