/** The places of some scores, those of the highest first; equal ones stay in their order. */
export function ranking(scores: ArrayLike<number>): number[] {
  return Array.from(scores, (_, place) => place).sort((a, b) => scores[b] - scores[a]);
}
