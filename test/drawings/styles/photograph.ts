import type { GreyImage } from "../../../worker/image/GreyImage.ts";
import { paintOver } from "../../unit/writing/drawings.ts";
import { gaussian, type Random } from "../chance.ts";

/** What happens to a drawing once it is drawn. */
export type Finish = (image: GreyImage, random: Random) => GreyImage;

export function inTurn(...finishes: Finish[]): Finish {
  return (image, random) => finishes.reduce((before, finish) => finish(before, random), image);
}

/** How a picture is lit and taken. */
export interface Light {
  /** The least share of light that may be left where it is darkest, 0 … 1. */
  darkest: number;
  /** The share of light that the lens loses in the corners, 0 … 1. */
  vignette: number;
  /** The sensor's noise in grey levels: a standard deviation. */
  noise: number;
}

/** Light that falls off to one side, at random, and to the corners; and noise. */
export function lit({ darkest, vignette, noise }: Light): Finish {
  return (image, random) => {
    const direction = 2 * Math.PI * random();
    const [cos, sin] = [Math.cos(direction), Math.sin(direction)];
    const lost = 1 - (darkest + (1 - darkest) * random());
    return paintOver(image, (x, y, level) => {
      const [u, v] = [x / image.width - 0.5, y / image.height - 0.5];
      const side = 1 - lost * (0.5 + cos * u + sin * v);
      const lens = 1 - vignette * 2 * (u * u + v * v);
      return level * side * lens + noise * gaussian(random);
    });
  };
}

/** A lens out of focus: so many passes of a binomial filter of 3×3 pixels. */
export function blurred(passes: number): Finish {
  return ({ width, height, grey, alpha }) => {
    let levels = new Float64Array(grey);
    for (let pass = 0; pass < passes; pass++) {
      levels = soften(soften(levels, width, height, 1, 0), width, height, 0, 1);
    }
    return { width, height, grey: new Uint8Array(levels.map(Math.round)), alpha };
  };
}

/** Weighs each level 2 and its neighbours on both sides, (dx, dy) away, 1. */
function soften(
  levels: Float64Array<ArrayBuffer>,
  width: number,
  height: number,
  dx: number,
  dy: number,
): Float64Array<ArrayBuffer> {
  const at = (x: number, y: number) =>
    levels[Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))];
  return levels.map((level, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return (at(x - dx, y - dy) + 2 * level + at(x + dx, y + dy)) / 4;
  });
}
