/**
 * exp(x) / Σ exp(x): PyTorch's `softmax`, taken from the largest value so that nothing overflows.
 *
 * @param logits any finite values
 * @returns as many probabilities, which sum to 1
 */
export function softmax(logits: Float32Array): Float32Array {
  const largest = logits[argmax(logits)];
  const probabilities = new Float32Array(logits.length);
  let sum = 0;
  for (let i = 0; i < logits.length; i++) {
    const power = Math.exp(logits[i] - largest);
    probabilities[i] = power;
    sum += power;
  }
  for (let i = 0; i < logits.length; i++) probabilities[i] /= sum;
  return probabilities;
}

/** The index of the largest value, the first of several: PyTorch's `argmax`. */
export function argmax(values: Float32Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[best]) best = i;
  return best;
}
