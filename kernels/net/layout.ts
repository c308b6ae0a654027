/*
 * Pairs: the layout in which the convolutions read their input.
 *
 * A 32-bit lane holds two 16-bit numbers, and one instruction, `i32x4.dot_i16x8_s`, multiplies
 * both of each of four lanes by two weights and adds them up: eight multiply-adds. For conv1 a
 * pair is a pixel and its right neighbour, for conv2 the two channels of a pixel.
 */

/** Bytes of one vector. */
export const VECTOR: i32 = 16;

/** Bytes from one row of pairs to the next: the 28 pixels of conv1's rows, and padding. */
export const ROW: i32 = 64;

/** Side of the convolutions' square window. */
export const WINDOW: i32 = 5;
