import type { Box, Plane } from "../Plane.ts";

/** Components with fewer of a picture's pixels than this share are not told of: there may be many. */
const LEAST_SHARE = 1e-5;

/** Pixels that hang together, corners included. */
export interface Component {
  /** Its number among the labels, from 1. */
  label: number;
  /** Pixels. */
  area: number;
  /** How many of its pixels lie on the picture's border. */
  onBorder: number;
  box: Box;
}

/** Runs of pixels along the rows, from the top left on. */
export interface Runs {
  count: number;
  /** The first pixel of each, and the one past its last. */
  start: Int32Array;
  end: Int32Array;
}

/** A picture's components, its runs, and for each of these the label of its component, or 0. */
export interface Labelled {
  components: Component[];
  runs: Runs;
  labels: Int32Array;
}

/**
 * Finds what hangs together at or above the weak level and somewhere reaches the strong one: strokes
 * with their faint parts, without faint places that stand alone (hysteresis; Canny 1986).
 *
 * Runs of pixels along the rows are joined to those they touch in the row above (union-find).
 */
export function findComponents(plane: Plane, weak: number, strong: number): Labelled {
  const { width, height, levels } = plane;
  const runs = findRuns(plane, Math.ceil(weak), Math.ceil(strong));
  const labels = new Int32Array(runs.count);
  const areas = new Int32Array(runs.count + 1);
  for (let run = 0, last = 0; run < runs.count; run++) {
    const first = runs.parent[run];
    // Of joined runs, the first stands for all, and so has its label already.
    labels[run] = first < run ? labels[first] : runs.isStrong[run] ? ++last : 0;
    areas[labels[run]] += runs.end[run] - runs.start[run];
  }

  const least = LEAST_SHARE * levels.length;
  const components: Component[] = [];
  const places = new Int32Array(areas.length).fill(-1);
  for (let run = 0; run < runs.count; run++) {
    const label = labels[run];
    const area = areas[label];
    if (label === 0 || area < least) continue;
    const top = Math.floor(runs.start[run] / width);
    const left = runs.start[run] - top * width;
    const right = runs.end[run] - top * width;
    if (places[label] < 0) {
      const box = { left, top, width: 0, height: 0 };
      places[label] = components.push({ label, area, onBorder: 0, box }) - 1;
    }
    const component = components[places[label]];
    component.onBorder += onBorder(left, right, top, width, height);
    widen(component.box, left, right, top);
  }
  return { components, runs, labels };
}

/** Runs with room for more than there are. */
interface JoinedRuns extends Runs {
  /** An earlier run that each hangs together with, or itself. */
  parent: Int32Array;
  /** Of those that are their own parents: 1 where what hangs together reaches the strong level. */
  isStrong: Uint8Array;
}

function findRuns({ width, height, levels }: Plane, weak: number, strong: number): JoinedRuns {
  let runs: JoinedRuns = withRoom(width);
  let above = 0;
  for (let y = 0; y < height; y++) {
    if (runs.count + width > runs.start.length) runs = withRoom(2 * (runs.count + width), runs);
    const first = runs.count;
    findRunsOfRow(runs, levels, y * width, width, weak, strong);
    joinRows(runs, above, first, width);
    above = first;
  }
  return runs;
}

function withRoom(room: number, runs?: JoinedRuns): JoinedRuns {
  const more = {
    count: runs?.count ?? 0,
    start: new Int32Array(room),
    end: new Int32Array(room),
    parent: new Int32Array(room),
    isStrong: new Uint8Array(room),
  };
  if (runs) {
    more.start.set(runs.start);
    more.end.set(runs.end);
    more.parent.set(runs.parent);
    more.isStrong.set(runs.isStrong);
  }
  return more;
}

function findRunsOfRow(
  runs: JoinedRuns,
  levels: Uint8Array,
  row: number,
  width: number,
  weak: number,
  strong: number,
): void {
  const rowEnd = row + width;
  for (let i = row; i < rowEnd; i++) {
    if (levels[i] < weak) continue;
    const run = runs.count++;
    runs.start[run] = i;
    let strongest = levels[i];
    for (i++; i < rowEnd && levels[i] >= weak; i++) {
      if (levels[i] > strongest) strongest = levels[i];
    }
    runs.end[run] = i;
    runs.parent[run] = run;
    runs.isStrong[run] = strongest >= strong ? 1 : 0;
  }
}

/** Joins the runs of a row, from `first` on, to those that they touch of the row above. */
function joinRows(runs: JoinedRuns, firstAbove: number, first: number, width: number): void {
  const { count, start, end, parent, isStrong } = runs;
  let above = firstAbove;
  for (let run = first; run < count; run++) {
    // Past those that end before this run, corners included; the last may touch the next as well.
    while (above < first && end[above] + width < start[run]) above++;
    for (let k = above; k < first && start[k] + width <= end[run]; k++) {
      join(parent, isStrong, k, run);
    }
  }
}

function join(parent: Int32Array, isStrong: Uint8Array, a: number, b: number): void {
  const [rootA, rootB] = [findRoot(parent, a), findRoot(parent, b)];
  const root = rootA < rootB ? rootA : rootB;
  parent[rootA] = root;
  parent[rootB] = root;
  isStrong[root] |= isStrong[rootA] | isStrong[rootB];
}

function findRoot(parent: Int32Array, run: number): number {
  let root = run;
  while (parent[root] !== root) {
    parent[root] = parent[parent[root]];
    root = parent[root];
  }
  return root;
}

/** How many pixels of a run, from `left` to before `right`, lie on the picture's border. */
function onBorder(left: number, right: number, y: number, width: number, height: number): number {
  if (y === 0 || y === height - 1) return right - left;
  const ends = Number(left === 0) + Number(right === width);
  return Math.min(ends, right - left);
}

/** Widens a box to take in a run; runs come from the top down. */
function widen(box: Box, left: number, right: number, y: number): void {
  const end = box.left + box.width;
  if (left < box.left) box.left = left;
  box.width = (right > end ? right : end) - box.left;
  box.height = y + 1 - box.top;
}
