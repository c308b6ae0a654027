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
 */
export function findComponents(plane: Plane, weak: number, strong: number): Labelled {
  const { levels } = plane;
  const labels = new Int32Array(levels.length);
  const components: Component[] = [];
  let label = 0;
  const queue = new Int32Array(levels.length);
  for (let i = 0; i < levels.length; i++) {
    if (levels[i] < strong || labels[i] !== 0) continue;
    const component = flood(plane, weak, i, ++label, labels, queue);
    if (component.area >= LEAST_SHARE * levels.length) components.push(component);
  }
  return { labels, components };
}

/** Labels what hangs together with pixel `start`; the queue has room for all of it. */
function flood(
  { width, height, levels }: Plane,
  weak: number,
  start: number,
  label: number,
  labels: Int32Array,
  queue: Int32Array,
): Component {
  let left = width;
  let right = 0;
  let top = height;
  let bottom = 0;
  let onBorder = 0;
  let area = 1;
  queue[0] = start;
  labels[start] = label;
  for (let next = 0; next < area; next++) {
    const i = queue[next];
    const y = Math.floor(i / width);
    const x = i - y * width;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
    const before = x > 0 ? 1 : 0;
    const after = x < width - 1 ? 1 : 0;
    const firstRow = y > 0 ? i - width : i;
    const lastRow = y < height - 1 ? i + width : i;
    if (before + after < 2 || lastRow - firstRow < 2 * width) onBorder++;
    for (let row = firstRow; row <= lastRow; row += width) {
      for (let j = row - before; j <= row + after; j++) {
        if (levels[j] < weak || labels[j] !== 0) continue;
        labels[j] = label;
        queue[area++] = j;
      }
    }
  }
  const box = { left, top, width: right - left + 1, height: bottom - top + 1 };
  return { label, area, onBorder, box };
}
