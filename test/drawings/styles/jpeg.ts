import type { GreyImage } from "../../../worker/image/GreyImage.ts";
import type { Finish } from "./photograph.ts";

/** Pixels along a block's side. */
const SIDE = 8;

/** The discrete cosine transform of 8 values: [frequency][place]. */
const COSINES = Array.from({ length: SIDE }, (_, u) =>
  Array.from({ length: SIDE }, (_, x) => {
    const scale = u === 0 ? Math.SQRT1_2 : 1;
    return (scale / 2) * Math.cos(((2 * x + 1) * u * Math.PI) / (2 * SIDE));
  }),
);
const BACK = COSINES.map((_, x) => COSINES.map((row) => row[x]));

/**
 * What JPEG leaves of a picture, without the file: the coefficients of each block of 8×8 pixels are
 * rounded, the higher the frequency the more. Whole blocks only; what is left of them stays.
 *
 * @param step between two values of the lowest frequency, in grey levels
 */
export function jpeg(step: number): Finish {
  return (image) => {
    const grey = image.grey.slice();
    for (let top = 0; top + SIDE <= image.height; top += SIDE) {
      for (let left = 0; left + SIDE <= image.width; left += SIDE) {
        roundBlock(image, grey, left, top, step);
      }
    }
    return { ...image, grey };
  };
}

function roundBlock(
  { width, grey }: GreyImage,
  to: Uint8Array,
  left: number,
  top: number,
  step: number,
): void {
  const at = (i: number) => (top + Math.floor(i / SIDE)) * width + left + (i % SIDE);
  const levels = Array.from({ length: SIDE * SIDE }, (_, i) => grey[at(i)] - 128);
  const rounded = twice(COSINES, levels).map((value, i) => {
    const coarse = step * (1 + Math.floor(i / SIDE) + (i % SIDE));
    return Math.round(value / coarse) * coarse;
  });
  twice(BACK, rounded).forEach((value, i) => {
    to[at(i)] = Math.min(255, Math.max(0, Math.round(value + 128)));
  });
}

/** Transforms a block's rows, then its columns. */
function twice(matrix: number[][], block: number[]): number[] {
  return transposed(matrix, transposed(matrix, block));
}

/** Transforms a block's rows, and makes them columns. */
function transposed(matrix: number[][], block: number[]): number[] {
  return block.map((_, i) => {
    const [weights, row] = [matrix[Math.floor(i / SIDE)], i % SIDE];
    return weights.reduce((sum, weight, k) => sum + weight * block[row * SIDE + k], 0);
  });
}
