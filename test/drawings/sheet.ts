import { encode } from "fast-png";
import { resize } from "../../worker/writing/form/resize.ts";
import { flatten } from "../../worker/writing/ground/flatten.ts";
import type { Drawing } from "./drawing.ts";

/** A drawing on the sheet, and whether the classifier lost it. */
export interface Tile extends Pick<Drawing, "image" | "box"> {
  isLost: boolean;
}

/** Pixels along a tile's side, its frame included. */
const TILE = 72;
const FRAME = 3;
/** At most. */
const COLUMNS = 50;
/** Pixels between two sets. */
const GAP = 8;

const LOST = [220, 30, 30];
const GREY = 128;

/** The side of the square that is shown of a drawing, in longer sides of its digit. */
const AROUND = 1.5;

/**
 * Drawings as they are before anything is done to them, each cut out around its digit, row by row
 * and set by set. Those that were lost are framed in red. What lies beyond a picture is grey.
 *
 * @returns a PNG file
 */
export function sheet(sets: Tile[][]): Uint8Array {
  const columns = Math.min(COLUMNS, Math.max(...sets.map((tiles) => tiles.length)));
  const heights = sets.map((tiles) => Math.ceil(tiles.length / columns) * TILE + GAP);
  const width = columns * TILE;
  const height = heights.reduce((sum, more) => sum + more, 0);
  const data = new Uint8Array(3 * width * height).fill(GREY);

  let top = 0;
  sets.forEach((tiles, set) => {
    tiles.forEach((tile, i) => {
      const [row, column] = [Math.floor(i / columns), i % columns];
      draw(data, width, column * TILE, top + row * TILE, tile);
    });
    top += heights[set];
  });
  return encode({ width, height, data, channels: 3 });
}

function draw(data: Uint8Array, width: number, left: number, top: number, tile: Tile): void {
  const inner = TILE - 2 * FRAME;
  const { levels } = resize(cutOut(tile), inner, inner);
  const frame = tile.isLost ? LOST : [GREY, GREY, GREY];
  for (let y = 0; y < TILE; y++) {
    for (let x = 0; x < TILE; x++) {
      const [u, v] = [x - FRAME, y - FRAME];
      const isFrame = Math.min(u, v) < 0 || Math.max(u, v) >= inner;
      const level = levels[v * inner + u];
      data.set(isFrame ? frame : [level, level, level], 3 * ((top + y) * width + left + x));
    }
  }
}

/** A square around the digit. */
function cutOut({ image, box }: Tile) {
  const { levels } = flatten(image);
  const side = Math.ceil(AROUND * Math.max(box.width, box.height));
  const left = Math.round(box.left + (box.width - side) / 2);
  const top = Math.round(box.top + (box.height - side) / 2);
  const cut = new Uint8Array(side * side).map((_, i) => {
    const [x, y] = [left + (i % side), top + Math.floor(i / side)];
    const isInside = x >= 0 && y >= 0 && x < image.width && y < image.height;
    return isInside ? levels[y * image.width + x] : GREY;
  });
  return { width: side, height: side, levels: cut };
}
