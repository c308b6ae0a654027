import type { Plane } from "../Plane.ts";

/**
 * The exact Euclidean distance from each pixel's centre of one kind, ink or ground, to the nearest of
 * the other.
 *
 * The nearest is first looked for in each column, then from each pixel along its row, no farther than
 * the nearest so far: strokes leave it near.
 *
 * @param mask one level for ink, another for ground; there is some of each
 * @param from the level of the kind that distances are measured from
 * @param farthest the distance up to which they count; what is farther gets this one
 * @returns distances in pixels, row-major, 0 for the other kind
 */
export function distanceAcross(mask: Plane, from: number, farthest = Infinity): Float64Array {
  const { width, levels } = mask;
  const squares = squaresAlongColumns(mask, from);
  const distances = new Float64Array(levels.length);
  for (let row = 0; row < levels.length; row += width) {
    for (let i = row; i < row + width; i++) {
      if (levels[i] !== from) continue;
      let nearest = Math.min(squares[i], farthest * farthest);
      for (let d = 1; d * d < nearest; d++) {
        if (i - d >= row) nearest = Math.min(nearest, d * d + squares[i - d]);
        if (i + d < row + width) nearest = Math.min(nearest, d * d + squares[i + d]);
      }
      distances[i] = Math.sqrt(nearest);
    }
  }
  return distances;
}

/** The squared distance from each pixel to the nearest of the other kind above or below it. */
function squaresAlongColumns({ width, height, levels }: Plane, from: number): Int32Array {
  const far = width + height;
  const distances = new Int32Array(levels.length);
  for (let i = 0; i < levels.length; i++) {
    if (levels[i] === from)
      distances[i] = i < width ? far : Math.min(far, distances[i - width] + 1);
  }
  for (let i = levels.length - 1 - width; i >= 0; i--) {
    distances[i] = Math.min(distances[i], distances[i + width] + 1);
  }
  for (let i = 0; i < levels.length; i++) distances[i] *= distances[i];
  return distances;
}
