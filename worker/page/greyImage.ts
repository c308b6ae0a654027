import type { GreyImage } from "../image/GreyImage.ts";

const OPAQUE = 255;

/** A canvas's colours as grey levels, by the luma that image/grey.ts takes of a PNG's. */
export function toGreyImage({
  data,
  width,
  height,
}: Pick<ImageData, "data" | "width" | "height">): GreyImage {
  const grey = new Uint8Array(width * height);
  const alpha = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < grey.length; i++, at += 4) {
    grey[i] = (19595 * data[at] + 38470 * data[at + 1] + 7471 * data[at + 2] + 32768) >> 16;
    alpha[i] = data[at + 3];
  }
  return { width, height, grey, alpha: alpha.some((a) => a !== OPAQUE) ? alpha : null };
}
