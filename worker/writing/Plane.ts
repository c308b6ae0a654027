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

/** The smallest box around those of some things; of no size around none. */
export function boxAround(things: { box: Box }[]): Box {
  let { left, top } = things[0]?.box ?? { left: 0, top: 0 };
  let [right, bottom] = [left, top];
  for (const { box } of things) {
    if (box.left < left) left = box.left;
    if (box.top < top) top = box.top;
    if (box.left + box.width > right) right = box.left + box.width;
    if (box.top + box.height > bottom) bottom = box.top + box.height;
  }
  return { left, top, width: right - left, height: bottom - top };
}

export function longerSide({ width, height }: { width: number; height: number }): number {
  return Math.max(width, height);
}

/** A side in another scale, to the nearest pixel. */
export function scaleSide(side: number, scale: number): number {
  return Math.max(1, (side * scale + 0.5) | 0);
}
