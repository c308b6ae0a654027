import type { GreyImage } from "../../../image/GreyImage.ts";
import { luma } from "../../../image/luma.ts";

const OPAQUE = 255;

/** A canvas's colours as grey levels. */
export function toGreyImage({
  data,
  width,
  height,
}: Pick<ImageData, "data" | "width" | "height">): GreyImage {
  const grey = new Uint8Array(width * height);
  const alpha = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < grey.length; i++, at += 4) {
    grey[i] = luma(data, at, 1);
    alpha[i] = data[at + 3];
  }
  return { width, height, grey, alpha: alpha.some((a) => a !== OPAQUE) ? alpha : null };
}
