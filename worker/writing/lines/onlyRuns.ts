import { BRIGHT, type Plane } from "../Plane.ts";

/** The only run of ink in each row of a cut-out, or in each column, without the margin. */
export interface OnlyRuns {
  /** Pixels of a row, or column. */
  length: number;
  /** In pixels; Infinity where there is no ink, or several runs. */
  thick: number[];
  /** Where its middle is, from 0 on. */
  middle: number[];
}

/**
 * Finds the run in each row that has only one.
 *
 * @param cutOut as crop returns it
 * @param inColumns where these are to be looked at in place of rows
 */
export function onlyRuns({ width, height, levels }: Plane, inColumns = false): OnlyRuns {
  const [count, length] = inColumns ? [width - 2, height - 2] : [height - 2, width - 2];
  const [next, step] = inColumns ? [1, width] : [width, 1];
  const runs: OnlyRuns = { length, thick: [], middle: [] };
  for (let row = 0; row < count; row++) {
    let [first, last, inked] = [-1, -1, 0];
    for (let place = 0, i = (row + 1) * next + step; place < length; place++, i += step) {
      if (levels[i] < BRIGHT) continue;
      if (first < 0) first = place;
      last = place;
      inked++;
    }
    runs.thick.push(inked > 0 && inked === last - first + 1 ? inked : Infinity);
    runs.middle.push((first + last) / 2);
  }
  return runs;
}
