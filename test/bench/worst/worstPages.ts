import { encodePng } from "../../drawings/picture/encodePng.ts";
import { greyPicture } from "../../drawings/picture/Picture.ts";

/** Whether a page is black at a place. */
type Pattern = (x: number, y: number) => boolean;

/** Pages that cost more to read than any page of digits of their size: what looks like digits without end, or touches. */
export const worstPages: [name: string, Pattern][] = [
  ["zigzags", (x, y) => Math.abs((y % 60) - 30 - 25 * Math.sin(x / 9)) < 4],
  ["crosshatch", (x, y) => (x + y) % 40 < 4 || (1000 * 40 + x - y) % 40 < 4],
  ["hatch", (x, y) => (x + y) % 12 < 3],
  ["cells", (x, y) => x % 40 < 2 || y % 40 < 2 || isBar(x % 40, y % 40)],
  ["rings", (x, y) => Math.hypot((x % 24) - 12, (y % 32) - 16) % 8 < 3],
];

/** A square page as a grey PNG. */
export function drawPattern(side: number, isInk: Pattern): Uint8Array {
  const grey = Uint8Array.from({ length: side * side }, (_, i) =>
    isInk(i % side, Math.floor(i / side)) ? 0 : 255,
  );
  return encodePng(greyPicture({ width: side, height: side, grey, alpha: null }));
}

function isBar(x: number, y: number): boolean {
  return x > 14 && x < 20 && y > 8 && y < 32;
}
