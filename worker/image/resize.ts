import type { Plane } from "./Plane.ts";

/** Scales by averaging the area that each new pixel covers, pixel by fraction of a pixel. */
export function resize(plane: Plane, width: number, height: number): Plane {
  const columns = coverage(plane.width, width);
  const rows = coverage(plane.height, height);
  // One axis at a time: first every row made narrower, then the rows brought together.
  const narrow = new Float64Array(width * plane.height);
  for (let y = 0; y < plane.height; y++) {
    columns.forEach(({ first, shares }, x) => {
      let sum = 0;
      for (let k = 0; k < shares.length; k++)
        sum += shares[k] * plane.levels[y * plane.width + first + k];
      narrow[y * width + x] = sum;
    });
  }
  const levels = new Uint8Array(width * height);
  rows.forEach(({ first, shares }, y) => {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = 0; k < shares.length; k++) sum += shares[k] * narrow[(first + k) * width + x];
      levels[y * width + x] = Math.round(sum);
    }
  });
  return { width, height, levels };
}

/** For each of `to` pixels the first of `from` that it covers, and the shares of it and the next. */
function coverage(from: number, to: number): { first: number; shares: number[] }[] {
  const size = from / to;
  return Array.from({ length: to }, (_, i) => {
    const [start, end] = [i * size, Math.min(from, (i + 1) * size)];
    const first = Math.floor(start);
    const shares: number[] = [];
    for (let k = first; k < end; k++) {
      shares.push((Math.min(end, k + 1) - Math.max(start, k)) / size);
    }
    return { first, shares };
  });
}
