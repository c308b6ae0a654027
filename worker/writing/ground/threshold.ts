import type { Plane } from "../Plane.ts";

/** A level that parts pixels into ground, below it, and ink. */
export interface Threshold {
  level: number;
  /** By how many grey levels the mean ink is above the mean ground. */
  contrast: number;
  /** The standard deviation of the ground, in grey levels. */
  noise: number;
}

/**
 * Otsu's threshold (1979, A Threshold Selection Method from Gray-Level Histograms): the level whose
 * two classes differ most. Where a range of levels parts the pixels alike, its middle.
 *
 * @returns null where all pixels have one level
 */
export function otsu(plane: Plane): Threshold | null {
  const histogram = histogramOf(plane);
  const all = sums(histogram, 0, 256);
  let [greatest, from, to] = [0, 0, 0];
  let [count, sum] = [0, 0];
  for (let level = 1; level < 256; level++) {
    count += histogram[level - 1];
    sum += (level - 1) * histogram[level - 1];
    if (count === 0 || count === all.count) continue;
    const variance = (all.sum * count - sum * all.count) ** 2 / (count * (all.count - count));
    if (variance > greatest) [greatest, from, to] = [variance, level, level];
    else if (histogram[level - 1] === 0 && to === level - 1) to = level;
  }
  if (greatest === 0) return null;

  const level = Math.ceil((from + to) / 2);
  const ground = sums(histogram, 0, level);
  const ink = sums(histogram, level, 256);
  const mean = ground.sum / ground.count;
  const variance = ground.squares / ground.count - mean * mean;
  return { level, contrast: ink.sum / ink.count - mean, noise: Math.sqrt(Math.max(0, variance)) };
}

/** How many pixels there are of each level. */
function histogramOf({ levels }: Plane): Int32Array {
  const histogram = new Int32Array(256);
  for (let i = 0; i < levels.length; i++) histogram[levels[i]] = (histogram[levels[i]] + 1) | 0;
  return histogram;
}

/** Count, sum and sum of squares of the pixels with levels from `from` to below `to`. */
function sums(histogram: Int32Array, from: number, to: number) {
  let [count, sum, squares] = [0, 0, 0];
  for (let level = from; level < to; level++) {
    count += histogram[level];
    sum += level * histogram[level];
    squares += level * level * histogram[level];
  }
  return { count, sum, squares };
}
