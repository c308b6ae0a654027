import type { GreyImage } from "../image/GreyImage.ts";
import type { Plane } from "./Plane.ts";

/** The steps of the search that take the most time, and of which there is more than one way to take them. */
export interface Steps {
  /** Composites an image and averages it down, so that its longer side is no longer than `side`. */
  flatten(image: GreyImage, side: number): Plane;
  /** How many pixels there are of each level, [256]. */
  histogramOf(levels: Uint8Array): Int32Array;
  /** What a table [256] has for each level. */
  mapLevels(levels: Uint8Array, table: Uint8Array): Uint8Array;
  /** Makes a digit's ink into grey levels [28][28], as form/drawDigit.ts does. */
  drawDigit(cutOut: Plane): Uint8Array;
}
