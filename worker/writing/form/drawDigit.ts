import type { Plane } from "../Plane.ts";
import { fineMask } from "./fineMask.ts";
import { place } from "./place.ts";
import { evenStroke } from "./stroke.ts";

/**
 * Makes a digit's ink into what MNIST is made of: strokes of its width, scaled to fit 20×20 and
 * placed in 28×28.
 *
 * @param cutOut levels from BRIGHT on are ink, with a margin of one pixel
 * @returns grey levels [28][28], row-major, light ink on a dark ground
 */
export function drawDigit(cutOut: Plane): Uint8Array {
  return place(evenStroke(fineMask(cutOut)));
}
