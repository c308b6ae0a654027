import { between } from "../../chance.ts";
import { type Colour, cover, type Shade } from "../../picture/Picture.ts";
import { type Colours, choose, type Scene, type Step } from "../Scene.ts";

/** Fills the picture with one colour. */
export function fill(colours: Colours): Step {
  return (scene) => {
    const colour = choose(scene.random, colours);
    scene.picture.planes.forEach((plane, c) => {
      plane.fill(colour[c]);
    });
    scene.picture.alpha.fill(255);
    return scene;
  };
}

/** Fills the picture with a colour that goes over into another. */
export function gradient(from: Colours, to: Colours): Step {
  return (scene) => {
    const { random, picture } = scene;
    const [a, b] = [choose(random, from), choose(random, to)];
    const turn = 2 * Math.PI * random();
    const [dx, dy] = [Math.cos(turn) / picture.width, Math.sin(turn) / picture.height];
    return shaded(scene, (x, y) => {
      const t = 0.5 + ((x - picture.width / 2) * dx + (y - picture.height / 2) * dy) / Math.SQRT2;
      return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
    });
  };
}

/** Fills the picture with wood: bent bands across it, up to `depth` grey levels off the colour. */
export function wood(colours: Colours, depth: number): Step {
  return (scene) => {
    const { random, picture } = scene;
    const colour = choose(random, colours);
    const bands = between(random, [9, 16]) / picture.height;
    const [bend, phase] = [between(random, [0.2, 0.8]), 2 * Math.PI * random()];
    return shaded(scene, (x, y) => {
      const bent = bend * Math.sin((2 * Math.PI * x) / picture.width + phase);
      return lighter(colour, depth * Math.sin(2 * Math.PI * (bands * y + bent)));
    });
  };
}

/** Fills the picture with cloth: threads across and down. */
export function cloth(colours: Colours, depth: number): Step {
  return (scene) => {
    const colour = choose(scene.random, colours);
    const thread = between(scene.random, [3, 6]);
    const wave = (place: number) => Math.sin((2 * Math.PI * place) / thread);
    return shaded(scene, (x, y) => lighter(colour, (depth * (wave(x) + wave(y))) / 2));
  };
}

function shaded<S extends Scene>(scene: S, shade: Shade): S {
  const { picture } = scene;
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) cover(picture, y * picture.width + x, shade(x, y), 1);
  }
  return scene;
}

function lighter([red, green, blue]: Colour, by: number): Colour {
  const clamp = (level: number) => Math.min(255, Math.max(0, level + by));
  return [clamp(red), clamp(green), clamp(blue)];
}
