import type { Tile } from "./tile.ts";

/** From this share of a pixel on, ink counts as the glyph's edge. */
const INKED = 0.5;

/**
 * How far to the right a tile has to go for its ink to touch that of another where they come closest,
 * as a kerned font has it; tiles that lie one above the other go side by side.
 *
 * @param reach pixels up and down over which they are kept apart
 * @returns pixels from where it is
 */
export function shiftToTouch(before: Tile, after: Tile, reach: number): number {
  const ends = rowEdges(before, "right");
  const starts = rowEdges(after, "left");
  let shift = -Infinity;
  starts.forEach((start, y) => {
    const row = y + after.top - before.top;
    for (let r = row - reach; r <= row + reach; r++) {
      if (r >= 0 && r < ends.length) {
        shift = Math.max(shift, before.left + ends[r] - after.left - start);
      }
    }
  });
  return Number.isFinite(shift) ? shift : before.left + before.width - after.left;
}

/** Where the ink of each row ends, or starts; infinitely far away in a row without ink. */
export function rowEdges({ width, height, ink }: Tile, side: "left" | "right"): number[] {
  return Array.from({ length: height }, (_, y) => {
    const row = ink.subarray(y * width, (y + 1) * width);
    if (side === "left") {
      const first = row.findIndex((share) => share >= INKED);
      return first < 0 ? Infinity : first;
    }
    const last = row.findLastIndex((share) => share >= INKED);
    return last < 0 ? -Infinity : last + 1;
  });
}
