import type { Box, Plane } from "../Plane.ts";

/** [ymin, xmin, ymax, xmax], each as a share of a picture's height or width, 0 … 1 from its top left. */
export type DetectionBox = [ymin: number, xmin: number, ymax: number, xmax: number];

/** Where a box is in a plane, whatever the plane's size. */
export function detectionBox(
  { left, top, width, height }: Box,
  plane: Pick<Plane, "width" | "height">,
): DetectionBox {
  return [
    top / plane.height,
    left / plane.width,
    (top + height) / plane.height,
    (left + width) / plane.width,
  ];
}
