import { digits } from "../../../samples/digits.ts";
import { type Box, rasterise } from "../../../samples/stroke.ts";
import type { GreyImage } from "../../../worker/image/GreyImage.ts";

/** How a digit is drawn, as far as it is not dark on a white square. */
export interface Drawing {
  /** Pixels along a side. */
  side?: number;
  /** Where the ink goes, as shares of the side. */
  box?: Box;
  /** Pixels across the line. */
  line?: number;
  /** Grey levels. */
  ink?: number;
  ground?: number;
}

/** A digit of the samples' strokes on an opaque square. */
export function draw(digit: number, drawing: Drawing = {}): GreyImage {
  const { side = 200, line = 14, ink = 0, ground = 255 } = drawing;
  const { box = { x: 0.25, y: 0.2, width: 0.5, height: 0.6 } } = drawing;
  const shares = inkOf(digit, side, line, box);
  const grey = Uint8Array.from(shares, (share) => Math.round(ground + share * (ink - ground)));
  return { width: side, height: side, grey, alpha: null };
}

/** What was drawn before: drawing takes longer than all else in a test. */
const drawn = new Map<string, Float64Array>();

/** How much of each pixel is ink; not to be changed. */
function inkOf(digit: number, side: number, line: number, box: Box): Float64Array {
  const key = JSON.stringify([digit, side, line, box]);
  const ink = drawn.get(key) ?? rasteriseInBox(digit, side, line, box);
  drawn.set(key, ink);
  return ink;
}

/** Draws no more of the square than the whole pixels around the box. */
function rasteriseInBox(digit: number, side: number, line: number, box: Box): Float64Array {
  const [left, top] = [Math.floor(box.x * side), Math.floor(box.y * side)];
  const width = Math.min(side, Math.ceil((box.x + box.width) * side)) - left;
  const height = Math.min(side, Math.ceil((box.y + box.height) * side)) - top;
  const inPixels = {
    x: box.x * side - left,
    y: box.y * side - top,
    width: box.width * side,
    height: box.height * side,
  };
  const part = rasterise(digits[digit], { width, height }, inPixels, { width: line, soft: 1 });
  const ink = new Float64Array(side * side);
  for (let y = 0; y < height; y++) {
    ink.set(part.ink.subarray(y * width, (y + 1) * width), (top + y) * side + left);
  }
  return ink;
}

/** An image with each level changed by its place. */
export function paintOver(
  image: GreyImage,
  level: (x: number, y: number, before: number) => number,
): GreyImage {
  const { width } = image;
  const grey = image.grey.map((before, i) =>
    Math.min(255, Math.max(0, Math.round(level(i % width, Math.floor(i / width), before)))),
  );
  return { ...image, grey };
}

/** A plain ground. */
export function blank(width: number, height: number, level = 255): GreyImage {
  return { width, height, grey: new Uint8Array(width * height).fill(level), alpha: null };
}
