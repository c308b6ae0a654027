/**
 * What the network makes of a digit, to tell writing from other things by.
 *
 * @param pixels grey levels [28][28], row-major, light ink on a dark ground
 * @returns the logits [10]
 */
export type Judge = (pixels: Uint8Array) => Float32Array;
