import type { Box } from "../Plane.ts";
import type { Components } from "./label.ts";

/** A component as an object. */
export interface Shape {
  component: number;
  area: number;
  outline: number;
  onBorder: number;
  box: Box;
}

export function shapeOf(of: Components, c: number): Shape {
  const { left, top, right, bottom } = of;
  const box = {
    left: left[c],
    top: top[c],
    width: right[c] - left[c] + 1,
    height: bottom[c] - top[c] + 1,
  };
  return { component: c, area: of.area[c], outline: of.outline[c], onBorder: of.onBorder[c], box };
}
