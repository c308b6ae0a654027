/** A point `[x, y]` in the unit box: x to the right, y downwards, both 0…1. */
export type Point = readonly [x: number, y: number];

/**
 * One piece of a stroke, from where the piece before it ended, as in an SVG path: a line (x, y), a
 * quadratic (x1, y1, x, y) or a cubic Bézier curve (x1, y1, x2, y2, x, y). The last two numbers are
 * its end, the others its control points, which may lie outside the unit box.
 */
export type Piece =
  | readonly [x: number, y: number]
  | readonly [x1: number, y1: number, x: number, y: number]
  | readonly [x1: number, y1: number, x2: number, y2: number, x: number, y: number];

/** What a pen draws from where it is set down to where it is lifted. */
export type Stroke = { readonly start: Point; readonly pieces: readonly Piece[] };

const zero: Stroke = {
  start: [0.5, 0.03],
  pieces: [
    [0.26, 0, 0.04, 0.34, 0.04, 0.62],
    [0.04, 0.86, 0.16, 1, 0.32, 0.99],
    [0.56, 0.97, 0.74, 0.66, 0.74, 0.38],
    [0.74, 0.14, 0.62, 0, 0.42, 0.06],
  ],
};

const one: Stroke = {
  start: [0.3, 0],
  pieces: [[0.21, 0.32, 0.1, 0.66, 0.02, 1]],
};

const two: Stroke = {
  start: [0.07, 0.2],
  pieces: [
    [0.14, 0.06, 0.28, 0, 0.4, 0],
    [0.6, 0, 0.67, 0.14, 0.61, 0.32],
    [0.53, 0.56, 0.26, 0.78, 0.02, 0.96],
    [0.24, 0.88, 0.48, 0.9, 0.76, 0.94],
  ],
};

const three: Stroke = {
  start: [0.1, 0.1],
  pieces: [
    [0.26, -0.02, 0.64, -0.05, 0.62, 0.19],
    [0.6, 0.36, 0.4, 0.44, 0.24, 0.47],
    [0.46, 0.44, 0.68, 0.5, 0.66, 0.7],
    [0.63, 0.95, 0.28, 1.05, 0, 0.92],
  ],
};

const four: readonly Stroke[] = [
  {
    start: [0.14, 0.06],
    pieces: [
      [0.1, 0.25, 0.03, 0.38, 0.02, 0.48],
      [0.01, 0.61, 0.28, 0.58, 0.62, 0.5],
    ],
  },
  { start: [0.64, 0], pieces: [[0.59, 0.34, 0.51, 0.68, 0.46, 1]] },
];

const five: readonly Stroke[] = [
  {
    start: [0.22, 0.05],
    pieces: [
      [0.13, 0.44],
      [0.32, 0.35, 0.62, 0.39, 0.61, 0.65],
      [0.6, 0.92, 0.27, 1.06, 0, 0.93],
    ],
  },
  { start: [0.22, 0.05], pieces: [[0.42, 0.06, 0.74, 0]] },
];

const six: Stroke = {
  start: [0.5, 0],
  pieces: [
    [0.26, 0.12, 0.02, 0.45, 0.02, 0.73],
    [0.02, 0.91, 0.12, 1, 0.27, 1],
    [0.49, 1, 0.62, 0.85, 0.6, 0.7],
    [0.57, 0.5, 0.2, 0.52, 0.06, 0.8],
  ],
};

const seven: Stroke = {
  start: [0, 0.1],
  pieces: [
    [0.32, 0.08, 0.68, 0.02],
    [0.57, 0.32, 0.36, 0.62, 0.26, 1],
  ],
};

const eight: Stroke = {
  start: [0.62, 0.13],
  pieces: [
    [0.5, -0.04, 0.14, -0.04, 0.14, 0.2],
    [0.14, 0.42, 0.54, 0.5, 0.52, 0.78],
    [0.5, 1.05, 0.02, 1.08, 0.02, 0.8],
    [0.02, 0.52, 0.6, 0.44, 0.64, 0.14],
  ],
};

const nine: Stroke = {
  start: [0.58, 0.14],
  pieces: [
    [0.48, -0.06, 0.04, -0.02, 0.04, 0.28],
    [0.04, 0.54, 0.48, 0.48, 0.58, 0.14],
    [0.57, 0.42, 0.48, 0.74, 0.38, 1],
  ],
};

/**
 * The strokes of the digits 0 to 9, by digit, as a right-handed person may write them: leaning a
 * little to the right, about two thirds as wide as they are high.
 */
export const digits: readonly (readonly Stroke[])[] = [
  [zero],
  [one],
  [two],
  [three],
  four,
  five,
  [six],
  [seven],
  [eight],
  [nine],
];
