import type { Box } from "../Plane.ts";
import type { Components } from "./label.ts";

/** A connected component. */
export interface Shape {
  /** Its number. */
  component: number;
  /** Pixels. */
  area: number;
  /** Sides of pixels between it and others. */
  outline: number;
  /** Pixels on the picture's border. */
  onBorder: number;
  box: Box;
}

export function shapeOf(of: Components, component: number): Shape {
  const [left, top] = [of.left[component], of.top[component]];
  return {
    component,
    area: of.area[component],
    outline: of.outline[component],
    onBorder: of.onBorder[component],
    box: {
      left,
      top,
      width: of.right[component] - left + 1,
      height: of.bottom[component] - top + 1,
    },
  };
}
