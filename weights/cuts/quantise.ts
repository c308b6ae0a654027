import type { Network } from "./network.ts";

/** The greatest weight: with ZERO of worthWeights.ts all are characters that need no escape. */
const MOST = 28;

/** Digits of units and biases. */
const PRECISION = 3;

/** Shares of a row's greatest weight that are tried as the greatest that is kept. */
const CLIPS = [0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** What worthWeights.ts has. */
export interface WorthWeights {
  /** [rows][inputs], row-major, −28 … 28. */
  weights: Int8Array;
  /** What 1 stands for in each row's weights, below 0 where the row is taken off. */
  units: number[];
  biases: number[];
}

/**
 * Rounds a network's weights, row by row to the unit that changes its sums the least.
 *
 * @param deviations of the inputs
 */
export function quantise(
  { signs, columns, weights }: Network,
  deviations: Float64Array,
): WorthWeights {
  const inputs = columns - 1;
  const quantised = new Int8Array(signs.length * inputs);
  const biases: number[] = [];
  const units = signs.map((sign, row) => {
    const values = weights.subarray(row * columns, row * columns + inputs);
    const greatest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const error = (unit: number) =>
      values.reduce(
        (sum, value, i) => sum + ((unit * rounded(value, unit) - value) * deviations[i]) ** 2,
        0,
      );
    const unit = CLIPS.map((clip) => precise((clip * greatest) / MOST))
      .sort((a, b) => error(a) - error(b))
      .at(0) as number;
    values.forEach((value, i) => {
      quantised[row * inputs + i] = rounded(value, unit);
    });
    biases.push(precise(weights[row * columns + inputs]));
    return sign * unit;
  });
  return { weights: quantised, units, biases };
}

/** The network in floats that computes what worth.ts does with these weights. */
export function networkOf({ weights, units, biases }: WorthWeights): Network {
  const inputs = weights.length / units.length;
  const floats = units.flatMap((unit, row) => [
    ...Array.from(weights.subarray(row * inputs, (row + 1) * inputs), (w) => Math.abs(unit) * w),
    biases[row],
  ]);
  const signs = units.map((unit, row) => (row === 0 ? 1 : Math.sign(unit)));
  return { signs, columns: inputs + 1, weights: Float32Array.from(floats) };
}

function rounded(value: number, unit: number): number {
  return Math.max(-MOST, Math.min(MOST, Math.round(value / unit)));
}

function precise(value: number): number {
  return Number(value.toPrecision(PRECISION));
}
