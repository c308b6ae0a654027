/** A level that parts pixels into those below it and those from it on. */
export interface Threshold {
  level: number;
  /** The mean level of either class. */
  below: number;
  above: number;
  /** The standard deviation of the lower class: the noise, where that is the ground. */
  noise: number;
  /** The standard deviation about the means of both classes. */
  spread: number;
}

/** How many pixels there are of each level, [256]. */
export function histogramOf(levels: Uint8Array): Int32Array {
  const histogram = new Int32Array(256);
  for (let i = 0; i < levels.length; i++) histogram[levels[i]] = (histogram[levels[i]] + 1) | 0;
  return histogram;
}

/**
 * Otsu's threshold (1979, A Threshold Selection Method from Gray-Level Histograms): the level whose
 * two classes differ most. Where a range of levels parts the pixels alike, its middle.
 *
 * @param histogram [256]
 * @returns null where all pixels have one level
 */
export function otsu(histogram: Int32Array): Threshold | null {
  const all = sums(histogram, 0, 256);
  let greatest = 0;
  let from = 0;
  let to = 0;
  let count = 0;
  let sum = 0;
  for (let level = 1; level < 256; level++) {
    count += histogram[level - 1];
    sum += (level - 1) * histogram[level - 1];
    if (count === 0 || count === all.count) continue;
    const variance = (all.sum * count - sum * all.count) ** 2 / (count * (all.count - count));
    if (variance > greatest) {
      greatest = variance;
      from = level;
      to = level;
    } else if (histogram[level - 1] === 0 && to === level - 1) {
      to = level;
    }
  }
  if (greatest === 0) return null;

  const level = Math.ceil((from + to) / 2);
  const below = sums(histogram, 0, level);
  const above = sums(histogram, level, 256);
  return {
    level,
    below: below.sum / below.count,
    above: above.sum / above.count,
    noise: Math.sqrt(deviation(below) / below.count),
    spread: Math.sqrt((deviation(below) + deviation(above)) / all.count),
  };
}

interface Sums {
  count: number;
  sum: number;
  squares: number;
}

/** Of the pixels with levels from `from` to below `to`. */
function sums(histogram: Int32Array, from: number, to: number): Sums {
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (let level = from; level < to; level++) {
    count += histogram[level];
    sum += level * histogram[level];
    squares += level * level * histogram[level];
  }
  return { count, sum, squares };
}

/** The sum of squared differences from the mean. */
function deviation({ count, sum, squares }: Sums): number {
  return Math.max(0, squares - (sum * sum) / count);
}
