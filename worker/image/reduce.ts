/** Levels of an image, [height][width], row-major. */
interface Levels {
  width: number;
  height: number;
  levels: Uint8Array;
}

/**
 * Averages levels down by a whole factor, so that its longer side is no longer than `side`.
 *
 * What is left over at the right and bottom goes into the last column and row.
 */
export function reduce(plane: Levels, side: number): Levels {
  const factor = Math.ceil(Math.max(plane.width, plane.height) / side);
  if (factor === 1) return plane;
  const width = Math.max(1, Math.floor(plane.width / factor));
  const height = Math.max(1, Math.floor(plane.height / factor));
  const levels = new Uint8Array(width * height);
  const sums = new Uint32Array(width);
  for (let y = 0; y < height; y++) {
    const bottom = y < height - 1 ? (y + 1) * factor : plane.height;
    sums.fill(0);
    for (let row = y * factor; row < bottom; row++) {
      let i = row * plane.width;
      for (let x = 0; x < width - 1; x++) {
        let sum = 0;
        for (const end = i + factor; i < end; i++) sum += plane.levels[i];
        sums[x] += sum;
      }
      for (const end = (row + 1) * plane.width; i < end; i++) sums[width - 1] += plane.levels[i];
    }
    const pixels = factor * (bottom - y * factor);
    for (let x = 0; x < width - 1; x++) levels[y * width + x] = (sums[x] / pixels + 0.5) | 0;
    const rest = plane.width - (width - 1) * factor;
    levels[y * width + width - 1] = (sums[width - 1] / (rest * (bottom - y * factor)) + 0.5) | 0;
  }
  return { width, height, levels };
}
