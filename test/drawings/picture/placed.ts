import type { Point } from "../../../samples/digits.ts";
import type { Random } from "../chance.ts";
import type { Box } from "./Picture.ts";

/** Pixels that stay free between a line and the area's edge. */
const CLEARANCE = 1;

/** Lines where they are to be drawn. */
export interface Placed {
  lines: Point[][];
  /** What they fill, the line's width included. */
  box: Box;
}

/**
 * Scales lines to a height, or as far as an area has room for them, and moves them into it.
 *
 * @param height in pixels, the line's width included
 * @param width of the line in pixels
 * @param astray how far off the middle they may be: 0 not at all, 1 up to the edge
 */
export function placed(
  strokes: readonly Point[][],
  area: Box,
  { height, width, astray }: { height: number; width: number; astray: number },
  random: Random,
): Placed {
  const xs = strokes.flat().map(([x]) => x);
  const ys = strokes.flat().map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [across, down] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const [roomX, roomY] = [area.width, area.height].map((side) => side - width - 2 * CLEARANCE);
  const scale = Math.min((height - width) / down, roomX / across, roomY / down);
  const box = within(area, across * scale + width, down * scale + width, astray, random);
  const lines = strokes.map((points) =>
    points.map(
      ([x, y]): Point => [
        box.left + width / 2 + (x - left) * scale,
        box.top + width / 2 + (y - top) * scale,
      ],
    ),
  );
  return { lines, box };
}

/** A box of a size in an area, by chance as far off the middle as `astray` lets it. */
export function within(
  area: Box,
  width: number,
  height: number,
  astray: number,
  random: Random,
): Box {
  const off = () => 0.5 + astray * (random() - 0.5);
  const left = area.left + (area.width - width) * off();
  const top = area.top + (area.height - height) * off();
  return { left, top, width, height };
}
