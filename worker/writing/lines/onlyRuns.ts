import { BRIGHT, type Plane } from "../Plane.ts";

/** The rows of ink that is cut out, or its columns, without the margin. */
export interface Lines {
  levels: Uint8Array;
  /** How many there are, and from a pixel of one to the same one of the next. */
  count: number;
  next: number;
  /** How many pixels each has, and from one of them to the next. */
  length: number;
  step: number;
}

/** The only run of ink in each of some lines. */
export interface OnlyRuns {
  /** In pixels; Infinity where there is no ink, or several runs. */
  thick: Float64Array;
  /** Where its middle is, from 0 on. */
  middle: Float64Array;
}

/** @param cutOut as crop returns it */
export function rowsOf({ width, height, levels }: Plane): Lines {
  return { levels, count: height - 2, next: width, length: width - 2, step: 1 };
}

/** @param cutOut as crop returns it */
export function columnsOf({ width, height, levels }: Plane): Lines {
  return { levels, count: width - 2, next: 1, length: height - 2, step: width };
}

/** Finds the run in each line that has only one. */
export function onlyRuns({ levels, count, next, length, step }: Lines): OnlyRuns {
  const runs = { thick: new Float64Array(count), middle: new Float64Array(count) };
  for (let line = 0; line < count; line++) {
    let [first, last, inked] = [-1, -1, 0];
    for (let place = 0, i = (line + 1) * next + step; place < length; place++, i += step) {
      if (levels[i] < BRIGHT) continue;
      if (first < 0) first = place;
      last = place;
      inked++;
    }
    runs.thick[line] = inked > 0 && inked === last - first + 1 ? inked : Infinity;
    runs.middle[line] = (first + last) / 2;
  }
  return runs;
}
