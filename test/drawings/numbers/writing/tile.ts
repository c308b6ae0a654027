import type { Point } from "../../../../samples/digits.ts";
import type { Coverage } from "../../../../samples/stroke.ts";
import { interpolate } from "../../hands/handwriting.ts";
import type { Scan } from "../../hands/scans.ts";
import { ink } from "../../picture/ink.ts";
import type { Nib } from "./nib.ts";

/** A glyph's ink, cut out as tight as it is, and where it goes in its row, in pixels. */
export interface Tile extends Coverage {
  left: number;
  /** From where a digit of full height has its top. */
  top: number;
}

/** From this share of a pixel on, ink counts as the glyph's edge. */
const INKED = 0.3;

/** Pixels that are left around a glyph until it is cut out. */
const MARGIN = 2;

/** A scan that is wider than this times its height is brought to a height by its width. */
const WIDE = 1.3;

/** Pixels over which the edge of a scan's line fades, unless that would tint its ground. */
const SOFT = 1.2;

/** Strokes in pixels of the row, drawn where they are. */
export function strokeTile(strokes: readonly Point[][], { width, tip }: Nib): Tile {
  const reach = width / 2 + MARGIN;
  const [left, top, right, bottom] = extent(strokes.flat());
  const [x0, y0] = [Math.floor(left - reach), Math.floor(top - reach)];
  const moved = strokes.map((points) => points.map(([x, y]): Point => [x - x0, y - y0]));
  const columns = Math.ceil(right + reach) - x0;
  const rows = Math.ceil(bottom + reach) - y0;
  return trimmed({ ...ink(columns, rows, moved, { width, tip }), left: x0, top: y0 });
}

/** Strokes of any size at a height, turned clockwise by so many radians; their foot is at `foot`. */
export function digitTile(
  strokes: readonly Point[][],
  { height, foot, turn }: { height: number; foot: number; turn: number },
  nib: Nib,
): Tile {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [, top, , bottom] = extent(strokes.flat());
  const scale = Math.max(1, height - nib.width) / (bottom - top);
  const turned = strokes.map((points) =>
    points.map(([x, y]): Point => [(x * cos - y * sin) * scale, (x * sin + y * cos) * scale]),
  );
  const [left, , , lowest] = extent(turned.flat());
  const down = foot - nib.width / 2 - lowest;
  const placed = turned.map((points) =>
    points.map(([x, y]): Point => [x - left + nib.width / 2, y + down]),
  );
  return strokeTile(placed, nib);
}

/** A scan at a height, turned clockwise by so many radians; its foot is at `foot`. */
export function scanTile(
  { side, levels }: Scan,
  { height, foot, turn }: { height: number; foot: number; turn: number },
  { cut }: Nib,
): Tile {
  const inked: Point[] = [];
  levels.forEach((level, i) => {
    if (level >= cut) inked.push([i % side, Math.floor(i / side)]);
  });
  const [left, top, right, bottom] = extent(inked);
  const [across, down] = [right - left + 1, bottom - top + 1];
  const scale = height / Math.max(down, across / WIDE);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const reach = Math.ceil((Math.hypot(across, down) * scale) / 2) + MARGIN;
  const [x0, y0] = [(left + right) / 2, (top + bottom) / 2];
  const soft = Math.min(2 * cut, (SOFT * 255) / scale);
  const shares = new Float64Array((2 * reach) ** 2).map((_, i) => {
    const [u, v] = [(i % (2 * reach)) + 0.5 - reach, Math.floor(i / (2 * reach)) + 0.5 - reach];
    const level = interpolate(
      levels,
      x0 + (u * cos + v * sin) / scale,
      y0 + (v * cos - u * sin) / scale,
      side,
    );
    return Math.min(1, Math.max(0, (level - cut) / soft + 0.5));
  });
  const tile = trimmed({ width: 2 * reach, height: 2 * reach, ink: shares, left: 0, top: 0 });
  return { ...tile, left: 0, top: Math.round(foot - tile.height) };
}

/** How wide the lines of a glyph are on average, in pixels: twice its area over its outline. */
export function lineWidth({ width, ink }: Coverage): number {
  let [area, outline] = [0, 0];
  ink.forEach((share, i) => {
    area += share;
    const before = i % width === 0 ? 0 : ink[i - 1];
    outline += Math.abs(share - before) + Math.abs(share - (ink[i - width] ?? 0));
  });
  return (ROUGH * 2 * area) / outline;
}

/** Steps across and down are longer than a slanting outline, by 4/π on average over all slants. */
const ROUGH = 4 / Math.PI;

/** The first and last of coordinates, and the same downwards. */
function extent(
  points: readonly Point[],
): [left: number, top: number, right: number, bottom: number] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return [left, top, right, bottom];
}

/** Cuts off the rows and columns in which there is no ink. */
function trimmed({ width, ink, left, top }: Tile): Tile {
  const inked: Point[] = [];
  ink.forEach((share, i) => {
    if (share >= INKED) inked.push([i % width, Math.floor(i / width)]);
  });
  const [x0, y0, x1, y1] = extent(inked);
  const [columns, rows] = [x1 - x0 + 1, y1 - y0 + 1];
  const cut = new Float64Array(columns * rows).map(
    (_, i) => ink[(y0 + Math.floor(i / columns)) * width + x0 + (i % columns)],
  );
  return { width: columns, height: rows, ink: cut, left: left + x0, top: top + y0 };
}
