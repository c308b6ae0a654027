/**
 * Levenshtein's distance: how many items have to be put in, left out or replaced to make one list of
 * the other.
 *
 * @param substitution what replacing an item costs; at 2 it is never cheaper than leaving out and
 *   putting in, and (from.length + to.length - distance) / 2 is the length of the longest common
 *   subsequence
 */
export function editDistance<T>(from: ArrayLike<T>, to: ArrayLike<T>, substitution = 1): number {
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const replaced = from[row - 1] === to[column - 1] ? 0 : substitution;
      current.push(
        Math.min(above[column] + 1, current[column - 1] + 1, above[column - 1] + replaced),
      );
    }
    above = current;
  }
  return above[to.length];
}
