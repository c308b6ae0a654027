import { WORKING_SIDE } from "../../../image/AreaAverage.ts";
import type { GreyImage } from "../../../image/GreyImage.ts";
import { isJpeg } from "../../../image/jpeg/signature.ts";
import { isPng } from "../../../image/png/signature.ts";
import { DEFAULT_BODY_BYTES } from "../../../settings/bodyBytes.ts";
import { bitmapToImage } from "./pixels.ts";
import { shrink } from "./shrink.ts";

/** A picture that somebody has brought. */
export interface Picture {
  /** To be shown. */
  bitmap: ImageBitmap;
  /** To be read. */
  image: GreyImage;
  /** To be sent: the file itself; null where the API does not take it. */
  file: File | null;
}

/** Pixels to a side of a picture that names no size, as an SVG may. */
const SIDE = 280;

/**
 * Reads any image that the browser can decode, upright, and shrunk to the size at which the API works.
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
      WORKING_SIDE,
    );
    const bitmap = await createImageBitmap(element, {
      resizeWidth,
      resizeHeight,
      resizeQuality: "high",
      // The API does not either, so a PNG of 28×28 keeps its grey levels here too.
      colorSpaceConversion: "none",
    });
    return { bitmap, image: bitmapToImage(bitmap), file: await asSent(file) };
  } catch {
    throw new Error("The browser cannot read this picture. Try a PNG or a JPEG.");
  } finally {
    URL.revokeObjectURL(element.src);
  }
}

/** The file under a name and type that suit it; null where the API does not take it. */
async function asSent(file: Blob): Promise<File | null> {
  if (file.size > DEFAULT_BODY_BYTES) return null;
  const head = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  if (isPng(head)) return new File([file], "digit.png", { type: "image/png" });
  if (isJpeg(head)) return new File([file], "digit.jpg", { type: "image/jpeg" });
  return null;
}
