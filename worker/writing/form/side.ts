/** Side of the net's input, in pixels. */
export const SIDE = 28;
