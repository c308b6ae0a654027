import { randomFrom } from "../../unit/random.ts";
import { between, gaussian, type Range } from "../chance.ts";
import type { Finish } from "../photograph.ts";
import { type Box, clearPicture, type Picture } from "./Picture.ts";
import type { Step } from "./Scene.ts";
import { grown, halfPlane, paintShape } from "./shapes.ts";

/** Does to red, green and blue what is done to grey, with the same chances. */
export function finish(change: Finish): Step {
  return (scene) => {
    const { width, height, planes } = scene.picture;
    const seed = 2 ** 32 * scene.random();
    for (const plane of planes) {
      const grey = plane.slice();
      plane.set(change({ width, height, grey, alpha: null }, randomFrom(seed)).grey);
    }
    return scene;
  };
}

/** A sensor's noise in each colour: a standard deviation in grey levels. */
export function noise(deviation: number): Step {
  return (scene) => {
    for (const plane of scene.picture.planes) {
      plane.forEach((level, i) => {
        const noisy = level + deviation * gaussian(scene.random);
        plane[i] = Math.min(255, Math.max(0, Math.round(noisy)));
      });
    }
    return scene;
  };
}

/** A shadow over one side: so dark, 0 … 1, its edge so many pixels wide. */
export function shadow(opacity: number, soft: number): Step {
  return (scene) => {
    const { picture, random } = scene;
    const turn = 2 * Math.PI * random();
    const at: [number, number] = [
      picture.width * between(random, [0.35, 0.65]),
      picture.height * between(random, [0.35, 0.65]),
    ];
    paintShape(picture, halfPlane(picture, at, turn), [0, 0, 0], { soft, opacity });
    return scene;
  };
}

/** A lamp's reflection: a soft spot that is lighter by up to `levels`. */
export function glare(levels: number): Step {
  return (scene) => {
    const { picture, random } = scene;
    const { width, height, planes } = picture;
    const [x0, y0] = [width * random(), height * random()];
    const radius = Math.min(width, height) * between(random, [0.2, 0.4]);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const distance2 = ((x - x0) ** 2 + (y - y0) ** 2) / radius ** 2;
        const more = levels * Math.exp(-distance2);
        for (const plane of planes) {
          const i = y * width + x;
          plane[i] = Math.min(255, Math.round(plane[i] + more));
        }
      }
    }
    return scene;
  };
}

/** Cuts the picture out around the ink, so many pixels away from it. */
export function crop(margin: Range): Step {
  return (scene) => {
    const around = grown(scene.ink, between(scene.random, margin));
    const [left, top] = [Math.floor(around.left), Math.floor(around.top)];
    const right = Math.ceil(around.left + around.width);
    const bottom = Math.ceil(around.top + around.height);
    const box = { left, top, width: right - left, height: bottom - top };
    return onto(scene, resample(scene.picture, box, box));
  };
}

/** Scales the picture to a size, whatever its aspect. */
export function resize(width: number, height: number): Step {
  return (scene) => {
    const { picture } = scene;
    const all = { left: 0, top: 0, width: picture.width, height: picture.height };
    return onto(scene, resample(picture, all, { width, height }));
  };
}

/** Makes light what is dark, and the reverse. */
export const inverted: Step = (scene) => {
  for (const plane of scene.picture.planes)
    plane.forEach((level, i) => {
      plane[i] = 255 - level;
    });
  return scene;
};

function onto(scene: Parameters<Step>[0], picture: Picture): ReturnType<Step> {
  const area = { left: 0, top: 0, width: picture.width, height: picture.height };
  return { ...scene, picture, area, ink: area };
}

/** A box of a picture at a size: each pixel is the mean of what it covers, as far as there is any. */
export function resample(
  from: Picture,
  box: Box,
  size: { width: number; height: number },
): Picture {
  const to = clearPicture(size.width, size.height);
  const [stepX, stepY] = [box.width / size.width, box.height / size.height];
  const pairs = [...from.planes, from.alpha].map((plane, c) => [
    plane,
    [...to.planes, to.alpha][c],
  ]);
  for (let y = 0; y < size.height; y++) {
    const [top, bottom] = span(box.top + y * stepY, stepY, from.height);
    for (let x = 0; x < size.width; x++) {
      const [left, right] = span(box.left + x * stepX, stepX, from.width);
      for (const [source, target] of pairs) {
        let sum = 0;
        for (let v = top; v < bottom; v++) {
          for (let u = left; u < right; u++) sum += source[v * from.width + u];
        }
        target[y * size.width + x] = Math.round(sum / ((bottom - top) * (right - left)));
      }
    }
  }
  return to;
}

/** The whole pixels that a step covers, at least one, none beyond the picture. */
function span(start: number, step: number, limit: number): [from: number, to: number] {
  const from = Math.min(limit - 1, Math.max(0, Math.round(start)));
  return [from, Math.min(limit, Math.max(from + 1, Math.round(start + step)))];
}
