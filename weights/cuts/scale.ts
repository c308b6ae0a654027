import type { Example } from "./examples.ts";
import type { Network } from "./network.ts";

/** Inputs that differ less are not enlarged to a deviation of 1. */
const LEAST_DEVIATION = 0.2;

/** The mean and deviation of each column of the inputs: 0 and 1 of the bias's. */
export interface Scale {
  means: Float64Array;
  deviations: Float64Array;
}

export function scaleOf(examples: readonly Example[], columns: number): Scale {
  const sums = new Float64Array(columns);
  const squares = new Float64Array(columns);
  let pieces = 0;
  for (const { inputs } of examples) {
    pieces += inputs.length / columns;
    for (let i = 0; i < inputs.length; i++) {
      sums[i % columns] += inputs[i];
      squares[i % columns] += inputs[i] ** 2;
    }
  }
  const means = sums.map((sum) => sum / pieces);
  const deviations = squares.map((square, i) =>
    Math.max(LEAST_DEVIATION, Math.sqrt(Math.max(0, square / pieces - means[i] ** 2))),
  );
  means[columns - 1] = 0;
  deviations[columns - 1] = 1;
  return { means, deviations };
}

/** Brings inputs to a mean of 0 and a deviation of 1, where they lie. */
export function standardise(inputs: Float32Array, { means, deviations }: Scale): void {
  const columns = means.length;
  for (let i = 0; i < inputs.length; i++) {
    inputs[i] = (inputs[i] - means[i % columns]) / deviations[i % columns];
  }
}

/** The network that makes of inputs as they are what the given one makes of standardised ones. */
export function unscaled(network: Network, { means, deviations }: Scale): Network {
  const { columns } = network;
  const weights = network.weights.map((weight, i) => weight / deviations[i % columns]);
  for (let start = 0; start < weights.length; start += columns) {
    const row = weights.subarray(start, start + columns);
    row[columns - 1] -= row.reduce((sum, weight, i) => sum + weight * means[i], 0);
  }
  return { ...network, weights };
}
