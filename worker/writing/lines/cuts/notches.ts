import { INKED, type Path, pathAlong, type Reduced } from "./paths.ts";

/** How far apart the ends of a cut through ink may be across, as a share of the height of a digit. */
const LEAN = 0.5;

/**
 * Ways to cut straight from a notch in the upper outline of writing to one in its lower outline: where
 * digits touch along their strokes, no path around the ink leads there (Strathy, Suen and
 * Krzyżak 1993, Segmentation of handwritten digits using contour features).
 *
 * @param unit height of a digit, in pixels of the reduced writing
 */
export function notchPaths(writing: Reduced, unit: number): Path[] {
  const { first, last } = outlines(writing);
  const lows = peaks(last.map((y) => -y));
  return peaks(first).flatMap((from) =>
    lows
      .filter((to) => Math.abs(to - from) <= LEAN * unit && first[from] <= last[to])
      .map((to) =>
        pathAlong(straight([from, first[from]], [to, last[to]], writing.height), writing),
      ),
  );
}

/** The first row of ink in each column, and the last. */
function outlines({ width, height, ink }: Reduced): { first: number[]; last: number[] } {
  const first = new Array<number>(width).fill(height);
  const last = new Array<number>(width).fill(-1);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (ink[y * width + x] < INKED) continue;
      if (first[x] === height) first[x] = y;
      last[x] = y;
    }
  }
  return { first, last };
}

/** Where a profile is higher than to either side; the middle where it is so for several columns. */
function peaks(profile: number[]): number[] {
  const found: number[] = [];
  let start = 0;
  for (let x = 1; x < profile.length; x++) {
    if (profile[x] === profile[x - 1]) continue;
    const isPeak = start > 0 && profile[x] < profile[x - 1] && profile[start - 1] < profile[start];
    if (isPeak) found.push((start + x) >> 1);
    start = x;
  }
  return found;
}

/** Down to one place, from there straight to another one below it, and down. */
function straight(
  [x0, y0]: readonly [x: number, y: number],
  [x1, y1]: readonly [x: number, y: number],
  height: number,
): number[] {
  return Array.from({ length: height }, (_, y) => {
    if (y <= y0) return x0;
    if (y >= y1) return x1;
    return Math.round(x0 + ((x1 - x0) * (y - y0)) / (y1 - y0));
  });
}
