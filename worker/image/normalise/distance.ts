/** Farther than any two pixels are apart, squared. */
const FAR = 1e9;

/**
 * The exact Euclidean distance from each pixel's centre to the nearest centre of a set, in time
 * linear in the pixels (Felzenszwalb and Huttenlocher 2012, Distance Transforms of Sampled
 * Functions).
 *
 * @param inSet whether pixel i belongs to the set
 * @returns distances in pixels, row-major, 0 in the set
 */
export function distanceTo(
  inSet: (i: number) => boolean,
  width: number,
  height: number,
): Float64Array {
  const squares = new Float64Array(width * height);
  for (let i = 0; i < squares.length; i++) squares[i] = inSet(i) ? 0 : FAR;
  const transform = lineTransform(Math.max(width, height));
  for (let x = 0; x < width; x++) transform(squares, x, width, height);
  for (let y = 0; y < height; y++) transform(squares, y * width, 1, width);
  for (let i = 0; i < squares.length; i++) squares[i] = Math.sqrt(squares[i]);
  return squares;
}

/** Replaces each value along a line by the least sum of a place's value and its squared distance. */
function lineTransform(longest: number) {
  const values = new Float64Array(longest);
  // The lower envelope of the parabolas: where each stands, and from where on it is the lowest.
  const stands = new Int32Array(longest);
  const from = new Float64Array(longest);

  return (squares: Float64Array, start: number, step: number, length: number): void => {
    for (let q = 0; q < length; q++) values[q] = squares[start + q * step];
    let last = 0;
    stands[0] = 0;
    from[0] = Number.NEGATIVE_INFINITY;
    for (let q = 1; q < length; q++) {
      let crossing = cross(values, stands[last], q);
      while (crossing <= from[last]) crossing = cross(values, stands[--last], q);
      stands[++last] = q;
      from[last] = crossing;
    }
    for (let q = 0, k = 0; q < length; q++) {
      while (k < last && from[k + 1] < q) k++;
      squares[start + q * step] = (q - stands[k]) ** 2 + values[stands[k]];
    }
  };
}

/** Where the parabolas that stand at p and at q, to its right, cross. */
function cross(values: Float64Array, p: number, q: number): number {
  return (values[q] + q * q - values[p] - p * p) / (2 * (q - p));
}
