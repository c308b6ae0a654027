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

/** What was drawn before: drawing takes longer than all else in a test. */
const drawn = new Map<string, GreyImage>();

/** A digit of the samples' strokes on an opaque square; not to be changed. */
export function draw(digit: number, drawing: Drawing = {}): GreyImage {
  const key = JSON.stringify([digit, drawing]);
  const image = drawn.get(key) ?? drawAnew(digit, drawing);
  drawn.set(key, image);
  return image;
}

function drawAnew(digit: number, drawing: Drawing): GreyImage {
  const { side = 200, line = 14, ink = 0, ground = 255 } = drawing;
  const { box = { x: 0.25, y: 0.2, width: 0.5, height: 0.6 } } = drawing;
  const inPixels = {
    x: box.x * side,
    y: box.y * side,
    width: box.width * side,
    height: box.height * side,
  };
  const size = { width: side, height: side };
  const { ink: shares } = rasterise(digits[digit], size, inPixels, { width: line, soft: 1 });
  const grey = Uint8Array.from(shares, (share) => Math.round(ground + share * (ink - ground)));
  return { ...size, grey, alpha: null };
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
