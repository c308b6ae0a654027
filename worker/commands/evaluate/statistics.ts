import { CLASSES } from "../../classifier/kernels.ts";
import type { Result } from "./classifyAll.ts";

/** How often each digit was taken for each: counts[label][digit]. */
export type Confusion = number[][];

/** Results of nearly equal probability. */
export interface Bin {
  /** The range of probabilities, the upper end included. */
  from: number;
  to: number;
  count: number;
  /** Means over the bin; 0 where it is empty. */
  accuracy: number;
  probability: number;
}

/** The equal-width bins over which calibration is measured. */
const BINS = 15;

/** The standard normal distribution's 97.5 % point, for intervals of 95 %. */
const Z = 1.96;

/** Counts the results by label and digit, those without a digit left out. */
export function confusion(results: Result[]): Confusion {
  const counts = Array.from({ length: CLASSES }, () => Array<number>(CLASSES).fill(0));
  for (const { label, digit } of results) if (digit !== null) counts[label][digit]++;
  return counts;
}

/** How many results are right. */
export function countRight(results: Result[]): number {
  return results.filter(({ label, digit }) => label === digit).length;
}

/** The 95 % confidence interval of a share: Wilson's score interval, 0 … 1. */
export function interval(part: number, whole: number): [low: number, high: number] {
  const share = part / whole;
  const slack = Z ** 2 / whole;
  const middle = (share + slack / 2) / (1 + slack);
  const reach = (Z * Math.sqrt((share * (1 - share)) / whole + slack / (4 * whole))) / (1 + slack);
  return [middle - reach, middle + reach];
}

/** Parts the results by their probability into bins of equal width. */
export function reliability(results: Result[]): Bin[] {
  return Array.from({ length: BINS }, (_, i) => {
    const [from, to] = [i / BINS, (i + 1) / BINS];
    const bin = results.filter(({ probability }) => probability > from && probability <= to);
    const count = bin.length;
    const total = bin.reduce((sum, { probability }) => sum + probability, 0);
    const [accuracy, probability] = count ? [countRight(bin) / count, total / count] : [0, 0];
    return { from, to, count, accuracy, probability };
  });
}

/**
 * Expected calibration error: how far accuracy and probability are apart in a bin, on average over
 * the results (Guo et al. 2017, On Calibration of Modern Neural Networks).
 */
export function calibrationError(results: Result[]): number {
  return reliability(results).reduce(
    (sum, { count, accuracy, probability }) =>
      sum + (count / results.length) * Math.abs(accuracy - probability),
    0,
  );
}

/** The mistakes, most confident first, those without a digit last. */
export function mistakes(results: Result[]): Result[] {
  return results
    .filter(({ label, digit }) => label !== digit)
    .toSorted((a, b) => b.probability - a.probability);
}
