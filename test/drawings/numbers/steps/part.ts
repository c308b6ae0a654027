import type { Step } from "../../situations/Scene.ts";

/**
 * What comes next goes into a part of the picture.
 *
 * @param left all four as shares of its width and height, from its left and top
 */
export function part(left: number, top: number, right: number, bottom: number): Step {
  return (scene) => {
    const { width, height } = scene.picture;
    return {
      ...scene,
      area: {
        left: left * width,
        top: top * height,
        width: (right - left) * width,
        height: (bottom - top) * height,
      },
    };
  };
}
