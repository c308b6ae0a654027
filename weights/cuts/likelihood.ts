import type { Example } from "./examples.ts";
import { backward, forward, type Network } from "./network.ts";
import { sumPaths } from "./paths.ts";

/**
 * The log-likelihood of an example's right paths among all, and its derivative: each way's probability
 * among the right paths less that among all (Lafferty, McCallum and Pereira 2001, Conditional random fields).
 *
 * @param gradient [rows][columns], to which the derivative is added
 * @returns nats, at most 0; −∞, and adds nothing, where no path is right
 */
export function likelihood(network: Network, example: Example, gradient: Float64Array): number {
  const { worths, sums } = forward(network, example.inputs);
  const right = sumPaths(example, worths, true);
  if (right.logSum === -Infinity) return -Infinity;
  const all = sumPaths(example, worths, false);
  const slopes = new Float64Array(worths.length);
  example.ways.forEach(({ piece }, i) => {
    if (piece !== null) slopes[piece] = right.shares[i] - all.shares[i];
  });
  backward(network, example.inputs, sums, slopes, gradient);
  return right.logSum - all.logSum;
}
