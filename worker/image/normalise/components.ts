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

/** A picture's components, and for each of its pixels the label of the one it is in, or 0. */
export interface Labelled {
  labels: Int32Array;
  components: Component[];
}

/**
 * Finds what hangs together at or above the weak level and somewhere reaches the strong one: strokes
 * with their faint parts, without faint places that stand alone (hysteresis; Canny 1986).
 *
 * Runs of pixels along the rows are joined to those they touch in the row above (union-find).
 */
export function findComponents(plane: Plane, weak: number, strong: number): Labelled {
  const { width, height, levels } = plane;
  const runs = findRuns(plane, weak, strong);
  const labels = new Int32Array(levels.length);
  const components: Component[] = [];
  const labelOf = new Int32Array(runs.start.length);
  for (let run = 0; run < runs.start.length; run++) {
    const root = findRoot(runs.parent, run);
    if (!runs.isStrong[root]) continue;
    const [start, end] = [runs.start[run], runs.end[run]];
    const top = Math.floor(start / width);
    const left = start - top * width;
    if (labelOf[root] === 0) {
      const box = { left, top, width: 0, height: 0 };
      labelOf[root] = components.push({ label: components.length + 1, area: 0, onBorder: 0, box });
    }
    const component = components[labelOf[root] - 1];
    labels.fill(component.label, start, end);
    component.area += end - start;
    component.onBorder += onBorder(left, left + end - start, top, width, height);
    widen(component.box, left, left + end - start, top);
  }
  const least = LEAST_SHARE * levels.length;
  return { labels, components: components.filter(({ area }) => area >= least) };
}

/** Runs of pixels: their first pixel, the one past their last, and the run that each was joined to. */
interface Runs {
  start: number[];
  end: number[];
  parent: number[];
  /** Of roots: whether a pixel of what is joined to it reaches the strong level. */
  isStrong: boolean[];
}

function findRuns({ width, height, levels }: Plane, weak: number, strong: number): Runs {
  const runs: Runs = { start: [], end: [], parent: [], isStrong: [] };
  const { start, end, parent, isStrong } = runs;
  let above = 0;
  for (let row = 0; row < height * width; row += width) {
    const first = start.length;
    for (let i = row; i < row + width; i++) {
      if (levels[i] < weak) continue;
      let strongest = 0;
      const from = i;
      for (; i < row + width && levels[i] >= weak; i++) {
        if (levels[i] > strongest) strongest = levels[i];
      }
      parent.push(start.length);
      start.push(from);
      end.push(i);
      isStrong.push(strongest >= strong);
    }
    for (let run = first; run < start.length; run++) {
      // Past those that end before this run, corners included; the last may touch the next as well.
      while (above < first && end[above] + width < start[run]) above++;
      for (let k = above; k < first && start[k] + width <= end[run]; k++) join(runs, k, run);
    }
    above = first;
  }
  return runs;
}

function join({ parent, isStrong }: Runs, a: number, b: number): void {
  const [from, to] = [findRoot(parent, b), findRoot(parent, a)];
  parent[from] = to;
  isStrong[to] ||= isStrong[from];
}

function findRoot(parent: number[], run: number): number {
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
  const end = Math.max(box.left + box.width, right);
  box.left = Math.min(box.left, left);
  box.width = end - box.left;
  box.height = y + 1 - box.top;
}
