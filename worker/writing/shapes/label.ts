import type { Plane } from "../Plane.ts";

/** Runs of ink and of ground in turn, row by row, which together tile the picture. */
export interface Runs {
  count: number;
  /** The first pixel of each, and the one past its last. */
  start: Int32Array;
  end: Int32Array;
  /** 0 ground, 1 ink. */
  isInk: Uint8Array;
  /** The component of each. */
  component: Int32Array;
}

/** What is known of each component, by its number, from 0 on in the order of their first runs. */
export interface Components {
  count: number;
  isInk: Uint8Array;
  /** 1 where it reaches the strong level. */
  isStrong: Uint8Array;
  /** The component that its outer border touches; −1 for those along the picture's border. */
  parent: Int32Array;
  /** Pixels. */
  area: Int32Array;
  /** Sides of pixels between it and others, those along the picture's border included. */
  outline: Int32Array;
  /** Pixels on the picture's border. */
  onBorder: Int32Array;
  /** First and last column and row. */
  left: Int32Array;
  right: Int32Array;
  top: Int32Array;
  bottom: Int32Array;
}

export interface Labelled {
  runs: Runs;
  components: Components;
}

/**
 * The most runs that are labelled, and the share of the pixels that they may be if that is more. Strokes,
 * grain and a page of text have fewer; noise has one in two pixels, and takes megabytes to no end.
 */
const MOST_RUNS = 10_000;
const MOST_OF_PIXELS = 0.2;

/** Runs on their way to become components. */
interface Joined extends Runs {
  /** An earlier run that each hangs together with, or itself. */
  joined: Int32Array;
  isStrong: Uint8Array;
  /** Sides that each adds to its component's outline. */
  sides: Int32Array;
}

/**
 * Labels connected components, ink by eight neighbours and ground by four, with the nesting that
 * follows: the component to the left of a component's first pixel goes around it (Rosenfeld and
 * Pfaltz 1966 for the labelling by runs and equivalences; Suzuki and Abe 1985 for the nesting).
 *
 * @param weak the level from which on a pixel is ink
 * @param strong the level that a component reaches if it is more than noise (Canny's hysteresis, 1986)
 * @returns null where there are more runs than anything but noise has
 */
export function label(plane: Plane, weak: number, strong: number): Labelled | null {
  const runs = findRuns(plane, Math.ceil(weak), Math.ceil(strong));
  return runs && { runs, components: measure(runs, plane) };
}

function findRuns({ width, height, levels }: Plane, weak: number, strong: number): Joined | null {
  const most = Math.max(MOST_RUNS, MOST_OF_PIXELS * levels.length);
  let runs = withRoom(4 * (width + height));
  let above = 0;
  for (let y = 0; y < height; y++) {
    if (runs.count + width > runs.start.length) runs = withRoom(2 * (runs.count + width), runs);
    if (runs.count > most) return null;
    const first = runs.count;
    findRunsOfRow(runs, levels, y * width, width, weak, strong);
    joinRows(runs, above, first, width);
    above = first;
  }
  return runs;
}

function withRoom(room: number, runs?: Joined): Joined {
  const more: Joined = {
    count: runs?.count ?? 0,
    start: new Int32Array(room),
    end: new Int32Array(room),
    isInk: new Uint8Array(room),
    component: new Int32Array(0),
    joined: new Int32Array(room),
    isStrong: new Uint8Array(room),
    sides: new Int32Array(room),
  };
  if (runs) {
    more.start.set(runs.start);
    more.end.set(runs.end);
    more.isInk.set(runs.isInk);
    more.joined.set(runs.joined);
    more.isStrong.set(runs.isStrong);
    more.sides.set(runs.sides);
  }
  return more;
}

function findRunsOfRow(
  runs: Joined,
  levels: Uint8Array,
  row: number,
  width: number,
  weak: number,
  strong: number,
): void {
  const rowEnd = row + width;
  let count = runs.count;
  for (let i = row; i < rowEnd; ) {
    const start = i;
    let strongest = levels[i];
    const isInk = strongest >= weak;
    if (isInk) {
      for (i++; i < rowEnd && levels[i] >= weak; i++) {
        if (levels[i] > strongest) strongest = levels[i];
      }
    } else {
      for (i++; i < rowEnd && levels[i] < weak; i++);
    }
    runs.start[count] = start;
    runs.end[count] = i;
    runs.isInk[count] = isInk ? 1 : 0;
    runs.joined[count] = count;
    runs.isStrong[count] = isInk && strongest >= strong ? 1 : 0;
    runs.sides[count] = 2 * (i - start) + 2;
    count++;
  }
  runs.count = count;
}

/** Joins the runs of a row, from `first` on, to those of their kind that they touch in the row above. */
function joinRows(runs: Joined, firstAbove: number, first: number, width: number): void {
  const { count, start, end, isInk, sides } = runs;
  let above = firstAbove;
  for (let run = first; run < count; run++) {
    const [from, to] = [start[run] - width, end[run] - width];
    while (above < first && end[above] < from) above++;
    for (let k = above; k < first && start[k] <= to; k++) {
      if (isInk[k] !== isInk[run]) continue;
      const shared = Math.min(end[k], to) - Math.max(start[k], from);
      if (shared === 0 && isInk[run] === 0) continue;
      sides[run] -= 2 * shared;
      join(runs, k, run);
    }
    while (above < first && end[above] < to) above++;
  }
}

function join({ joined, isStrong }: Joined, a: number, b: number): void {
  const [rootA, rootB] = [findRoot(joined, a), findRoot(joined, b)];
  const root = rootA < rootB ? rootA : rootB;
  joined[rootA] = root;
  joined[rootB] = root;
  isStrong[root] |= isStrong[rootA] | isStrong[rootB];
}

function findRoot(joined: Int32Array, run: number): number {
  let root = run;
  while (joined[root] !== root) {
    joined[root] = joined[joined[root]];
    root = joined[root];
  }
  return root;
}

/** Numbers the components and adds up what is known of their runs. */
function measure(runs: Joined, { width, height }: Plane): Components {
  const component = new Int32Array(runs.count);
  let count = 0;
  for (let run = 0; run < runs.count; run++) {
    // Of joined runs the first stands for all, and so has its number already.
    const first = findRoot(runs.joined, run);
    component[run] = first < run ? component[first] : count++;
  }
  runs.component = component;
  const of: Components = {
    count,
    isInk: new Uint8Array(count),
    isStrong: new Uint8Array(count),
    parent: new Int32Array(count),
    area: new Int32Array(count),
    outline: new Int32Array(count),
    onBorder: new Int32Array(count),
    left: new Int32Array(count).fill(width),
    right: new Int32Array(count),
    top: new Int32Array(count),
    bottom: new Int32Array(count),
  };
  for (let run = 0, y = 0, row = 0, seen = 0; run < runs.count; run++) {
    const [start, end, c] = [runs.start[run], runs.end[run], component[run]];
    if (start >= row + width) {
      y++;
      row += width;
    }
    const [left, right] = [start - row, end - 1 - row];
    if (c === seen) {
      seen++;
      of.isInk[c] = runs.isInk[run];
      of.isStrong[c] = runs.isStrong[run];
      of.parent[c] = left > 0 && y > 0 ? component[run - 1] : -1;
      of.top[c] = y;
    }
    of.area[c] += end - start;
    of.outline[c] += runs.sides[run];
    if (y === 0 || y === height - 1) of.onBorder[c] += end - start;
    else of.onBorder[c] += Math.min(end - start, Number(left === 0) + Number(right === width - 1));
    if (left < of.left[c]) of.left[c] = left;
    if (right > of.right[c]) of.right[c] = right;
    of.bottom[c] = y;
  }
  return of;
}
