import { randomFrom } from "../../../unit/random.ts";
import { between, gaussian, type Range } from "../../chance.ts";
import { grown, type Picture, whole } from "../../picture/Picture.ts";
import { resample } from "../../picture/resample.ts";
import { halfPlane, paintShape } from "../../picture/shapes.ts";
import type { Finish } from "../../styles/photograph.ts";
import type { Scene, Step } from "../Scene.ts";

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
  return levelled((level, _i, random) => level + deviation * gaussian(random));
}

/** Specks of full black and full white over a share of the pixels. */
export function specks(share: number): Step {
  return (scene) => {
    const { picture, random } = scene;
    for (let i = 0; i < picture.width * picture.height; i++) {
      if (random() >= share) continue;
      const level = random() < 0.5 ? 0 : 255;
      for (const plane of picture.planes) plane[i] = level;
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
      picture.width * between(random, MIDDLE),
      picture.height * between(random, MIDDLE),
    ];
    paintShape(picture, halfPlane(picture, at, turn), [0, 0, 0], { soft, opacity });
    return scene;
  };
}

/** A lamp's reflection: a soft spot that is lighter by up to `levels`. */
export function glare(levels: number): Step {
  return (scene) => {
    const { width, height } = scene.picture;
    const [x0, y0] = [width * scene.random(), height * scene.random()];
    const radius = Math.min(width, height) * between(scene.random, [0.2, 0.4]);
    return levelled((level, i) => {
      const [x, y] = [i % width, Math.floor(i / width)];
      return level + levels * Math.exp(-((x - x0) ** 2 + (y - y0) ** 2) / radius ** 2);
    })(scene);
  };
}

/** Makes light what is dark, and the reverse. */
export const inverted: Step = levelled((level) => 255 - level);

/** Cuts the picture out around the ink, so many pixels away from it. */
export function crop(away: Range): Step {
  return (scene) => {
    const around = grown(scene.ink, between(scene.random, away));
    const [left, top] = [Math.floor(around.left), Math.floor(around.top)];
    const width = Math.ceil(around.left + around.width) - left;
    const height = Math.ceil(around.top + around.height) - top;
    return withPicture(
      scene,
      resample(scene.picture, { left, top, width, height }, { width, height }),
    );
  };
}

/** Scales the picture to a size, whatever its aspect; enlarged, its pixels are squares. */
export function resize(width: number, height: number): Step {
  return (scene) =>
    withPicture(scene, resample(scene.picture, whole(scene.picture), { width, height }));
}

/** Where a shadow's edge may lie, as a share of the picture. */
const MIDDLE: Range = [0.35, 0.65];

function withPicture<S extends Scene>(scene: S, picture: Picture): S {
  return { ...scene, picture, area: whole(picture), ink: whole(picture) };
}

/** Changes each level of each plane. */
function levelled(change: (level: number, i: number, random: Scene["random"]) => number): Step {
  return (scene) => {
    for (const plane of scene.picture.planes) {
      for (let i = 0; i < plane.length; i++) {
        const level = Math.round(change(plane[i], i, scene.random));
        plane[i] = Math.min(255, Math.max(0, level));
      }
    }
    return scene;
  };
}
