/** The weights, packed for the kernels, as a Worker imports them. */
declare const weights: ArrayBuffer;
export default weights;
