import type { Plane } from "../Plane.ts";

/** Scales by averaging the area that each new pixel covers, pixel by fraction of a pixel. */
export function resize(plane: Plane, width: number, height: number): Plane {
  const columns = coverage(plane.width, width);
  const rows = coverage(plane.height, height);
  // One axis at a time: first every row made narrower, then the rows brought together.
  const narrow = new Float64Array(width * plane.height);
  for (let y = 0; y < plane.height; y++) {
    for (let x = 0; x < width; x++) {
      const first = y * plane.width + columns.first[x];
      narrow[y * width + x] = average(plane.levels, first, 1, columns, x);
    }
  }
  const levels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const first = rows.first[y] * width + x;
      levels[y * width + x] = Math.floor(average(narrow, first, width, rows, y) + 0.5);
    }
  }
  return { width, height, levels };
}

/** For each new pixel the first old one that it covers, and the shares of it and the next. */
interface Coverage {
  first: Int32Array;
  shares: Float64Array[];
}

function coverage(from: number, to: number): Coverage {
  const size = from / to;
  const first = new Int32Array(to);
  const shares: Float64Array[] = [];
  for (let i = 0; i < to; i++) {
    const [start, end] = [i * size, Math.min(from, (i + 1) * size)];
    first[i] = Math.floor(start);
    const covered = new Float64Array(Math.ceil(end) - first[i]);
    for (let k = 0; k < covered.length; k++) {
      covered[k] = (Math.min(end, first[i] + k + 1) - Math.max(start, first[i] + k)) / size;
    }
    shares.push(covered);
  }
  return { first, shares };
}

/** The average that pixel i takes, from the first value on, each a step from the one before. */
function average(
  values: Uint8Array | Float64Array,
  first: number,
  step: number,
  { shares }: Coverage,
  i: number,
): number {
  let sum = 0;
  for (let k = 0, at = first; k < shares[i].length; k++, at += step)
    sum += shares[i][k] * values[at];
  return sum;
}
