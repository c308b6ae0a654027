import type { Coverage } from "../../../../samples/stroke.ts";
import type { Tile } from "./tile.ts";

/** The ink of tiles on a canvas: where they overlap, the one with more of it counts. */
export function gather(
  { width, height }: { width: number; height: number },
  tiles: readonly Tile[],
): Coverage {
  const ink = new Float64Array(width * height);
  for (const tile of tiles) {
    for (let i = 0; i < tile.ink.length; i++) {
      const x = tile.left + (i % tile.width);
      const y = tile.top + Math.floor(i / tile.width);
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      ink[y * width + x] = Math.max(ink[y * width + x], tile.ink[i]);
    }
  }
  return { width, height, ink };
}
