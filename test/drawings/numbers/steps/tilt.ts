import { type Box, clearPicture, type Picture } from "../../picture/Picture.ts";
import { askewBy, type Step } from "../../situations/Scene.ts";

/** Takes the picture with a camera held askew, by up to so many degrees to either side. */
export function tilt(degrees: number): Step {
  return (scene) => {
    const { picture } = scene;
    const turn = askewBy(scene.random, degrees);
    return {
      ...scene,
      picture: turned(picture, turn),
      ink: around(scene.ink, picture, turn),
    };
  };
}

/** A picture turned clockwise about its middle by some radians; beyond it its edge goes on. */
function turned(from: Picture, turn: number): Picture {
  const { width, height } = from;
  const to = clearPicture(width, height);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [sources, targets] = [from, to].map(({ planes, alpha }) => [...planes, alpha]);
  for (let i = 0; i < width * height; i++) {
    const [u, v] = [(i % width) + 0.5 - width / 2, Math.floor(i / width) + 0.5 - height / 2];
    const x = clamped(u * cos + v * sin + width / 2 - 0.5, width - 1);
    const y = clamped(v * cos - u * sin + height / 2 - 0.5, height - 1);
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const right = Math.min(width - 1, left + 1);
    const bottom = Math.min(height - 1, top + 1);
    sources.forEach((plane, p) => {
      const upper = mixed(plane[top * width + left], plane[top * width + right], x - left);
      const lower = mixed(plane[bottom * width + left], plane[bottom * width + right], x - left);
      targets[p][i] = Math.round(mixed(upper, lower, y - top));
    });
  }
  return to;
}

/** The box around a box that is turned with its picture, as far as the picture holds it. */
function around(box: Box, { width, height }: Picture, turn: number): Box {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const corners = [0, 1].flatMap((a) =>
    [0, 1].map((b): [number, number] => {
      const u = box.left + a * box.width - width / 2;
      const v = box.top + b * box.height - height / 2;
      return [
        clamped(u * cos - v * sin + width / 2, width),
        clamped(u * sin + v * cos + height / 2, height),
      ];
    }),
  );
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

function mixed(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}

function clamped(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
