import type { GreyImage } from "../../../image/GreyImage.ts";
import { drawStrokes } from "./draw.ts";
import { toGreyImage } from "./greyImage.ts";
import type { Stroke } from "./strokes.ts";

/** Pixels along a side of what strokes become, however large the pad is shown. */
const SIDE = 280;

let pad: CanvasRenderingContext2D | undefined;

/** Strokes as an image, light on dark. */
export function strokesToImage(strokes: readonly Stroke[]): GreyImage {
  pad ??= readable(SIDE, SIDE);
  pad.fillRect(0, 0, SIDE, SIDE);
  pad.strokeStyle = "#fff";
  drawStrokes(pad, strokes, SIDE);
  return toGreyImage(pad.getImageData(0, 0, SIDE, SIDE));
}

/** A picture's pixels, as they are. */
export function bitmapToImage(bitmap: ImageBitmap): GreyImage {
  const { width, height } = bitmap;
  const context = readable(width, height);
  context.drawImage(bitmap, 0, 0);
  return toGreyImage(context.getImageData(0, 0, width, height));
}

/** A canvas that is read, and so lives in main memory. */
function readable(width: number, height: number): CanvasRenderingContext2D {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("The browser gives no canvas.");
  return context;
}
