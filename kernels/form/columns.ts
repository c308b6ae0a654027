import { VECTOR } from "../vector";
import { MASK_ROW, MASK_SIDE, mask } from "./layout";

/** u8[MASK_SIDE][MASK_ROW]: what alongColumns finds; a vector before it may be read. */
export const columns: usize = memory.data(VECTOR + MASK_SIDE * MASK_ROW, VECTOR) + VECTOR;

/**
 * The distance from each pixel of one kind, ink or ground, to the nearest of the other above or below it.
 * It is no more than width and height together; the other kind's is 0. What is beside the mask is ground.
 *
 * @param width of the mask
 * @param height likewise
 * @param from the level of the kind that distances are measured from
 */
export function alongColumns(width: i32, height: i32, from: u8): void {
  assert(width > 0 && width <= MASK_SIDE && height > 0 && height <= MASK_SIDE);

  const kind: v128 = i8x16.splat(from);
  const one: v128 = i8x16.splat(1);
  const most: v128 = i8x16.splat(u8(width + height));
  for (let x: i32 = 0; x < width; x += VECTOR) {
    let distance: v128 = most;
    for (let i: i32 = (height - 1) * MASK_ROW + x; i >= 0; i -= MASK_ROW) {
      distance = i8x16.min_u(most, i8x16.add(distance, one));
      distance = v128.and(distance, i8x16.eq(v128.load(mask + i), kind));
      v128.store(columns + i, distance);
    }
    for (let i: i32 = x; i < height * MASK_ROW; i += MASK_ROW) {
      distance = i8x16.min_u(v128.load(columns + i), i8x16.add(distance, one));
      v128.store(columns + i, distance);
    }
  }
}
