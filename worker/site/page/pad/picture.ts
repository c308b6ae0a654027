import type { GreyImage } from "../../../image/GreyImage.ts";
import { defaultLimits } from "../../../settings/limits.ts";
import { bitmapToImage } from "./pixels.ts";
import { shrink } from "./shrink.ts";

/** A picture that somebody has brought. */
export interface Picture {
  /** To be shown. */
  bitmap: ImageBitmap;
  /** To be read. */
  image: GreyImage;
}

/** Pixels to a side of a picture that names no size, as an SVG may. */
const SIDE = 280;

/**
 * Reads any image that the browser can decode, upright, and shrunk to what the API takes.
 *
 * @throws Error with a message for whoever brought the file
 */
export async function readPicture(file: Blob): Promise<Picture> {
  const element = new Image();
  element.src = URL.createObjectURL(file);
  try {
    await element.decode();
    const [resizeWidth, resizeHeight] = shrink(
      element.naturalWidth || SIDE,
      element.naturalHeight || SIDE,
      defaultLimits,
    );
    const bitmap = await createImageBitmap(element, {
      resizeWidth,
      resizeHeight,
      resizeQuality: "high",
      // The API does not either, so a PNG of 28×28 keeps its grey levels here too.
      colorSpaceConversion: "none",
    });
    return { bitmap, image: bitmapToImage(bitmap) };
  } catch {
    throw new Error("The browser cannot read this picture. Try a PNG or a JPEG.");
  } finally {
    URL.revokeObjectURL(element.src);
  }
}
