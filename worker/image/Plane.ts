/** One value 0 … 255 a pixel, row-major; what it stands for, its owner says. */
export interface Plane {
  width: number;
  height: number;
  levels: Uint8Array;
}

/** Part of a plane in pixels: its first column and row, and its size. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Grey levels from here on count as bright. */
export const BRIGHT = 128;

/** The smallest box around those of some things. */
export function boxAround(things: { box: Box }[]): Box {
  const boxes = things.map(({ box }) => box);
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.left + box.width));
  const bottom = Math.max(...boxes.map((box) => box.top + box.height));
  return { left, top, width: right - left, height: bottom - top };
}

export function longerSide({ width, height }: { width: number; height: number }): number {
  return Math.max(width, height);
}
