/*
 * Pairs: the layout in which the convolutions read their input.
 *
 * A 32-bit lane holds two 16-bit numbers, and one instruction, `i32x4.dot_i16x8_s`, multiplies
 * both of each of four lanes by two weights and adds them up: eight multiply-adds. For conv1 a
 * pair is a pixel and its right neighbour, for conv2 the two channels of a pixel.
 */

/** Side of the image, in pixels. */
export const SIDE: i32 = 28;

/** Side of the convolutions' square window. */
export const WINDOW: i32 = 5;

/** Bytes from one row of pairs to the next: conv1's rows of SIDE pixels, and padding. */
export const ROW: i32 = 64;

/** Bytes of two 16-bit numbers that are multiplied at once. */
export const PAIR: i32 = 4;
