import type { Way } from "./examples.ts";

/** All paths through a lattice together. */
export interface Paths {
  /** ln Σ over paths of exp of their worth; −∞ where there is no path. */
  logSum: number;
  /** The probability of each way to be on the path, 0 … 1. */
  shares: Float64Array;
}

/** The lattice of an example. */
export interface Ways {
  seams: number;
  /** By the second seam: all that lead to one come before those that lead on. */
  ways: readonly Way[];
}

/**
 * Sums over all paths by the forward–backward algorithm (Rabiner 1989, A tutorial on hidden Markov models).
 *
 * @param worths of the pieces; a way without ink is worth 0
 * @param onlyRight leaves out all ways but the right ones
 */
export function sumPaths({ seams, ways }: Ways, worths: Float64Array, onlyRight: boolean): Paths {
  const worthOf = ({ piece, isRight }: Way) =>
    onlyRight && !isRight ? -Infinity : piece === null ? 0 : worths[piece];
  const [before, after] = [start(seams, 0), start(seams, seams - 1)];
  for (const way of ways) {
    before[way.to] = logAdd(before[way.to], before[way.from] + worthOf(way));
  }
  for (let i = ways.length - 1; i >= 0; i--) {
    const way = ways[i];
    after[way.from] = logAdd(after[way.from], after[way.to] + worthOf(way));
  }
  const logSum = before[seams - 1];
  const shares = Float64Array.from(ways, (way) =>
    logSum === -Infinity ? 0 : Math.exp(before[way.from] + worthOf(way) + after[way.to] - logSum),
  );
  return { logSum, shares };
}

/** Whether the path that is worth most (Viterbi 1967) is right. */
export function isCutRight({ seams, ways }: Ways, worths: Float64Array): boolean {
  const best = start(seams, 0);
  const right = new Uint8Array(seams);
  right[0] = 1;
  for (const { from, to, piece, isRight } of ways) {
    const worth = best[from] + (piece === null ? 0 : worths[piece]);
    if (worth <= best[to]) continue;
    best[to] = worth;
    right[to] = isRight ? right[from] : 0;
  }
  return right[seams - 1] === 1;
}

function start(seams: number, at: number): Float64Array {
  const sums = new Float64Array(seams).fill(-Infinity);
  sums[at] = 0;
  return sums;
}

/** ln(exp a + exp b) */
function logAdd(a: number, b: number): number {
  const greater = Math.max(a, b);
  return greater === -Infinity ? greater : greater + Math.log1p(Math.exp(Math.min(a, b) - greater));
}
