import type { Random } from "../../test/drawings/chance.ts";
import { gaussian } from "../../test/drawings/chance.ts";

/** Standard deviation of the first weights, times the root of the inputs. */
const FIRST = 0.35;

/** The network of worth.ts in floats: a linear row, and hidden units that are added or taken off. */
export interface Network {
  /** 1 or −1 of each row; the first, which is linear, has 1. */
  signs: readonly number[];
  /** Inputs, the 1 for the bias included, which comes last. */
  columns: number;
  /** [rows][columns], row-major. */
  weights: Float32Array;
}

/** A network to begin with: one linear row of zeros, and hidden units that speak for and against in turn. */
export function newNetwork(hidden: number, columns: number, random: Random): Network {
  const signs = [1, ...Array.from({ length: hidden }, (_, unit) => (unit % 2 === 0 ? -1 : 1))];
  const weights = new Float32Array(signs.length * columns).map((_, i) =>
    i < columns ? 0 : (FIRST * gaussian(random)) / Math.sqrt(columns),
  );
  return { signs, columns, weights };
}

/** What pieces are worth, and on the way the rows' sums. */
export interface Forward {
  worths: Float64Array;
  /** [pieces][rows] */
  sums: Float64Array;
}

/** @param inputs [pieces][columns] */
export function forward({ signs, columns, weights }: Network, inputs: Float32Array): Forward {
  const rows = signs.length;
  const pieces = inputs.length / columns;
  const worths = new Float64Array(pieces);
  const sums = new Float64Array(pieces * rows);
  for (let piece = 0; piece < pieces; piece++) {
    for (let row = 0; row < rows; row++) {
      let sum = 0;
      for (let i = 0; i < columns; i++) {
        sum += weights[row * columns + i] * inputs[piece * columns + i];
      }
      sums[piece * rows + row] = sum;
      worths[piece] += row === 0 ? sum : signs[row] * Math.max(0, sum);
    }
  }
  return { worths, sums };
}

/**
 * Adds to a gradient what pieces bring to it.
 *
 * @param slopes the derivative by each piece's worth
 * @param gradient [rows][columns]
 */
export function backward(
  { signs, columns }: Network,
  inputs: Float32Array,
  sums: Float64Array,
  slopes: Float64Array,
  gradient: Float64Array,
): void {
  const rows = signs.length;
  slopes.forEach((slope, piece) => {
    if (slope === 0) return;
    for (let row = 0; row < rows; row++) {
      if (row > 0 && sums[piece * rows + row] <= 0) continue;
      const by = slope * signs[row];
      for (let i = 0; i < columns; i++) {
        gradient[row * columns + i] += by * inputs[piece * columns + i];
      }
    }
  });
}
