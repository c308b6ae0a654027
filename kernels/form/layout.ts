import { VECTOR } from "../vector";

/*
 * What a digit goes through on its way from a crop to 28×28, in static memory: a mask of it on a fine
 * grid, squared distances across the mask, and how much of each pixel the stroke covers.
 */

/** Pixels along the longer side of a digit on the fine grid: three to one of MNIST's 20. */
export const FINE: i32 = 60;

/** Pixels left free around it: the room that strokes need to grow. */
export const ROOM: i32 = 6;

/** The mask's longest side, and bytes from one of its rows to the next: two vectors are taken together. */
export const MASK_SIDE: i32 = FINE + 2 * ROOM;
export const MASK_ROW: i32 = 96;

/** The side of the box that MNIST's digits are scaled to, and the side of its images, in pixels. */
export const BOX: i32 = 20;
export const SIDE: i32 = 28;

/** u8[MASK_SIDE][MASK_ROW]: 255 ink, 0 ground. */
export const mask: usize = memory.data(MASK_SIDE * MASK_ROW, VECTOR);

/** u16[MASK_SIDE][MASK_ROW]: from each pixel of ink to the ground. */
export const squares: usize = memory.data(MASK_SIDE * MASK_ROW * 2, VECTOR);

/** u8[MASK_SIDE + 1][MASK_ROW]: how much of each pixel is ink, 0 none … 255 all. */
export const coverage: usize = memory.data((MASK_SIDE + 1) * MASK_ROW, VECTOR);

/** Levels from here on are ink. */
export const BRIGHT: u8 = 128;

/** A side in another scale, to the nearest pixel. */
export function scaleSide(side: i32, scale: f64): i32 {
  return max(1, i32(f64(side) * scale + 0.5));
}
