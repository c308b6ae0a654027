/**
 * exp(x) / Σ exp(x): PyTorch's `softmax`, taken from the largest value so that nothing overflows.
 *
 * @param logits any finite values
 * @returns as many probabilities, which sum to 1
 */
export function softmax(logits: Float32Array): Float32Array {
  const largest = Math.max(...logits);
  const powers = Array.from(logits, (logit) => Math.exp(logit - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return Float32Array.from(powers, (power) => power / sum);
}
