import { VECTOR } from "../vector";
import { SIDE } from "./layout";

/** i32[SIDE + 2]: a bit a pixel of those that are left, and of those found to hang together; a row around them is empty. */
const BYTES: i32 = (SIDE + 2) * 4;
const left: usize = memory.data(BYTES);
const found: usize = memory.data(BYTES);

/**
 * The share of a digit's ink that does not hang together, by eight neighbours, with most of it.
 *
 * @param pixels u8[SIDE][SIDE]: levels from BRIGHT on are ink
 */
export function strayShare(pixels: usize): f64 {
  for (let y: i32 = 0; y < SIDE; y++) {
    const row: usize = pixels + y * SIDE;
    const last: i32 = SIDE - VECTOR;
    const ink: i32 = i8x16.bitmask(v128.load(row)) | (i8x16.bitmask(v128.load(row + last)) << last);
    store<i32>(left + 4 * y, ink, 4);
  }
  let all: i32 = 0;
  let most: i32 = 0;
  for (let at: usize = left; at < left + BYTES; at += 4) {
    while (load<i32>(at) !== 0) {
      const area: i32 = takeAway(at);
      all += area;
      most = max(most, area);
    }
  }
  return all === 0 ? 0 : 1 - f64(most) / f64(all);
}

/** Takes away what hangs together with the first pixel that is left of a row, and counts it. */
function takeAway(at: usize): i32 {
  memory.fill(found, 0, BYTES);
  const first: i32 = load<i32>(at);
  store<i32>(at + found - left, first & -first);
  let area: i32 = 0;
  for (let before: i32 = -1; area !== before; ) {
    before = area;
    area = 0;
    for (let y: i32 = 4; y <= 4 * SIDE; y += 4) {
      const ink: i32 = load<i32>(left + y);
      let near: i32 = load<i32>(found + y - 4) | load<i32>(found + y) | load<i32>(found + y, 4);
      let taken: i32 = -1;
      while (taken !== near) {
        taken = near;
        near = (near | (near << 1) | (near >> 1)) & ink;
      }
      store<i32>(found + y, taken);
      area += popcnt(taken);
    }
  }
  for (let y: i32 = 4; y <= 4 * SIDE; y += 4) {
    store<i32>(left + y, load<i32>(left + y) ^ load<i32>(found + y));
  }
  return area;
}
