import { InputError } from "../../errors/InputError.ts";
import { checkSize, type SizeLimits } from "../checkSize.ts";
import { BLOCK } from "./frame.ts";
import type { Structure } from "./structure.ts";

/** Samples a pixel with colour at half the resolution, 4:2:0, as cameras have it. */
const USUAL_SAMPLES = 1.5;

/** Scans of the usual progressive file, jpeg_simple_progression's in libjpeg. */
const USUAL_SCANS = 10;

/**
 * Holds a JPEG's size to the limits, and takes it off what they leave to a request's other pictures.
 *
 * A file whose picture comes in one scan is decoded row by row. One in several, such as every
 * progressive file, is held as coefficients, two bytes each, and each scan passes over them.
 *
 * @throws InputError 413
 */
export function checkJpegSize({ frame, scans, isBuffered }: Structure, left: SizeLimits): void {
  const { width, height, components } = frame;
  checkSize(width, height, left, "maxJpegPixels");
  if (isBuffered) {
    const samples = components.reduce((sum, { blocks }) => sum + blocks * BLOCK * BLOCK, 0);
    const pixels = Math.ceil(samples / USUAL_SAMPLES) * Math.ceil(scans / USUAL_SCANS);
    if (pixels > left.maxProgressivePixels) {
      throw new InputError(
        413,
        `The JPEG is ${width}×${height} pixels in ${scans} scans, which count as ${pixels} pixels; ` +
          `a request's progressive JPEGs have ${left.maxProgressivePixels} left. ` +
          "Save it as a baseline JPEG, or scale it down.",
      );
    }
    left.maxProgressivePixels -= pixels;
  }
}
