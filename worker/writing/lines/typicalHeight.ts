import type { Shape } from "../shapes/Shape.ts";

/** Bins of heights to an octave, and how many to either side are taken for the same height: 30 %. */
const BINS = 8;
const ALIKE = 3;

/** Heights up to 2^OCTAVES pixels. */
const OCTAVES = 12;

/**
 * The height that most strokes have, in pixels: the mode of the heights on a logarithmic scale, each
 * shape weighted by its outline. That grows with the length of strokes, so that neither specks nor solid shapes count
 * for much.
 *
 * @returns 0 where there are no shapes
 */
export function typicalHeight(shapes: Shape[]): number {
  const weights = new Float64Array(BINS * OCTAVES + 2 * ALIKE + 1);
  const bin = ({ box }: Shape) => ALIKE + Math.round(BINS * Math.log2(box.height));
  for (const shape of shapes) weights[bin(shape)] += shape.outline;
  let [mode, most] = [0, 0];
  for (let at = ALIKE; at < weights.length - ALIKE; at++) {
    const sum = weights.subarray(at - ALIKE, at + ALIKE + 1).reduce((a, b) => a + b, 0);
    if (sum > most) [mode, most] = [at, sum];
  }
  const alike = shapes.filter((shape) => Math.abs(bin(shape) - mode) <= ALIKE);
  const outline = alike.reduce((sum, shape) => sum + shape.outline, 0);
  return outline === 0
    ? 0
    : alike.reduce((sum, { box, outline: o }) => sum + box.height * o, 0) / outline;
}
