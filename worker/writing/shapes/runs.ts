import type { Plane } from "../Plane.ts";

/** Runs of ink and of ground in turn, row by row, which together tile the picture. */
export interface Runs {
  count: number;
  /** The first pixel of each, and behind them the number of pixels; the one past the last of each. */
  start: Int32Array;
  end: Int32Array;
  /** 0 ground, 1 ink. */
  isInk: Uint8Array;
  /** 1 where a pixel of it reaches the strong level. */
  isStrong: Uint8Array;
}

/**
 * The most runs that are labelled, and the share of the pixels that they may be if that is more. Strokes,
 * grain and a page of text have fewer; noise has one in two pixels, and takes megabytes to no end.
 */
const MOST_RUNS = 10_000;
const MOST_OF_PIXELS = 0.2;

/** How many runs are found in so many pixels before there are too many. */
export function mostRuns(pixels: number): number {
  return Math.max(MOST_RUNS, Math.floor(MOST_OF_PIXELS * pixels));
}

/**
 * Finds the runs of a plane.
 *
 * @param weak the level from which on a pixel is ink, 1 … 255
 * @param strong the level that strong ink reaches, from `weak` on
 * @returns null where there are more than mostRuns before the last row
 */
export function findRuns({ width, levels }: Plane, weak: number, strong: number): Runs | null {
  const most = mostRuns(levels.length);
  const starts: number[] = [];
  const isInk: number[] = [];
  const isStrong: number[] = [];
  for (let row = 0; row < levels.length; row += width) {
    if (starts.length > most) return null;
    const rowEnd = row + width;
    for (let i = row; i < rowEnd; ) {
      starts.push(i);
      let strongest = levels[i];
      if (strongest >= weak) {
        for (i++; i < rowEnd && levels[i] >= weak; i++) {
          if (levels[i] > strongest) strongest = levels[i];
        }
        isInk.push(1);
      } else {
        for (i++; i < rowEnd && levels[i] < weak; i++);
        isInk.push(0);
      }
      isStrong.push(strongest >= strong ? 1 : 0);
    }
  }
  starts.push(levels.length);
  return runsOf(Int32Array.from(starts), Uint8Array.from(isInk), Uint8Array.from(isStrong));
}

/** @param starts of each, and the number of pixels behind the last: they tile the picture */
export function runsOf(starts: Int32Array, isInk: Uint8Array, isStrong: Uint8Array): Runs {
  const count = isInk.length;
  return { count, start: starts, end: starts.subarray(1), isInk, isStrong };
}

/** The run that a pixel is in: one of some, by default of all. */
export function firstRunIn({ count, end }: Runs, pixel: number, low = 0, high = count - 1): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if (end[middle] > pixel) high = middle;
    else low = middle + 1;
  }
  return low;
}
