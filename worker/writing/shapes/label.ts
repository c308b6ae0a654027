import { freeBytes } from "../../image/freeBytes.ts";
import type { Layer } from "../ground/layers.ts";
import type { Plane } from "../Plane.ts";
import type { Steps } from "../Steps.ts";
import type { Runs } from "./runs.ts";

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
  runs: Runs & {
    /** The component of each. */
    component: Int32Array;
    /** The first of each row, and behind them how many there are. */
    firstOfRow: Int32Array;
  };
  components: Components;
}

/** Runs on their way to become components. */
interface Joined {
  runs: Runs;
  firstOfRow: Int32Array;
  /** An earlier run that each hangs together with, or itself. */
  to: Int32Array;
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
export function label(
  plane: Plane,
  weak: number,
  strong: number,
  { findRuns }: Pick<Steps, "findRuns">,
): Labelled | null {
  const runs = findRuns(plane, Math.ceil(weak), Math.ceil(strong));
  if (!runs) return null;
  const joined = joinRuns(runs, plane);
  const labelled = measure(joined, plane);
  freeBytes(joined.to);
  freeBytes(joined.sides);
  return labelled;
}

/** Labels the ink of a layer. */
export function labelLayer({ ink, weak, threshold, steps }: Layer): Labelled | null {
  return label(ink, weak, threshold.level, steps);
}

/** Joins the runs of each row to those of their kind that they touch in the row above. */
function joinRuns(runs: Runs, { width, height }: Plane): Joined {
  const { count, start, end, isInk } = runs;
  const firstOfRow = new Int32Array(height + 1);
  const to = new Int32Array(count);
  const sides = new Int32Array(count);
  let [above, first, run] = [0, 0, 0];
  for (let y = 0; y < height; y++) {
    [above, first] = [first, run];
    firstOfRow[y] = first;
    for (; run < count && start[run] < (y + 1) * width; run++) {
      const left = start[run] - width;
      const right = end[run] - width;
      let root = run;
      let outline = 2 * (right - left) + 2;
      to[run] = run;
      while (above < first && end[above] < left) above++;
      // Runs of ink and of ground take turns in a row.
      const near = isInk[above] === isInk[run] ? above : above + 1;
      for (let k = near; k < first && start[k] <= right; k += 2) {
        const shared = Math.min(end[k], right) - Math.max(start[k], left);
        if (shared === 0 && isInk[run] === 0) continue;
        outline -= 2 * shared;
        const other = findRoot(to, k);
        if (other < root) {
          to[root] = other;
          root = other;
        } else to[other] = root;
      }
      sides[run] = outline;
      while (above < first && end[above] < right) above++;
    }
  }
  firstOfRow[height] = count;
  return { runs, firstOfRow, to, sides };
}

function findRoot(to: Int32Array, run: number): number {
  let root = to[run];
  while (to[root] !== root) {
    to[root] = to[to[root]];
    root = to[root];
  }
  to[run] = root;
  return root;
}

/** Numbers the components and adds up what is known of their runs. */
function measure({ runs, firstOfRow, to, sides }: Joined, { width, height }: Plane): Labelled {
  const component = new Int32Array(runs.count);
  let count = 0;
  for (let run = 0; run < runs.count; run++) {
    // Of joined runs the first stands for all, and so has its number already.
    const first = findRoot(to, run);
    component[run] = first < run ? component[first] : count++;
  }
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
  let seen = 0;
  for (let y = 0; y < height; y++) {
    for (let run = firstOfRow[y]; run < firstOfRow[y + 1]; run++) {
      const left = runs.start[run] - y * width;
      const right = runs.end[run] - 1 - y * width;
      const c = component[run];
      if (c === seen) {
        seen++;
        of.isInk[c] = runs.isInk[run];
        of.parent[c] = left > 0 && y > 0 ? component[run - 1] : -1;
        of.top[c] = y;
      }
      of.isStrong[c] |= runs.isStrong[run];
      of.area[c] += right - left + 1;
      of.outline[c] += sides[run];
      if (y === 0 || y === height - 1) of.onBorder[c] += right - left + 1;
      else if (left === 0 || right === width - 1) {
        of.onBorder[c] += Math.min(
          right - left + 1,
          Number(left === 0) + Number(right === width - 1),
        );
      }
      if (left < of.left[c]) of.left[c] = left;
      if (right > of.right[c]) of.right[c] = right;
      of.bottom[c] = y;
    }
  }
  return { runs: { ...runs, component, firstOfRow }, components: of };
}
