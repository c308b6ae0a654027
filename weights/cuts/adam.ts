/** How much of the means of the gradient and of its square is kept from step to step. */
const FIRST_MOMENT = 0.9;
const SECOND_MOMENT = 0.995;

/** Keeps the quotient finite where there is no gradient. */
const EPSILON = 1e-9;

/**
 * Adam (Kingma and Ba 2015).
 *
 * @param count of the parameters
 * @returns takes each step's gradient, and returns by how much each parameter goes uphill at a rate of 1
 */
export function adam(count: number): (gradient: Float64Array) => Float64Array {
  const means = new Float64Array(count);
  const squares = new Float64Array(count);
  let steps = 0;
  return (gradient) => {
    steps++;
    return gradient.map((slope, i) => {
      means[i] += (1 - FIRST_MOMENT) * (slope - means[i]);
      squares[i] += (1 - SECOND_MOMENT) * (slope ** 2 - squares[i]);
      const mean = means[i] / (1 - FIRST_MOMENT ** steps);
      const square = squares[i] / (1 - SECOND_MOMENT ** steps);
      return mean / (Math.sqrt(square) + EPSILON);
    });
  };
}
