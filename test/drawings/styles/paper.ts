import { paintOver } from "../../unit/writing/drawings.ts";
import type { Random } from "../chance.ts";
import type { Finish } from "./photograph.ts";

/** Lines on paper, a pixel wide. */
export interface Lines {
  /** Pixels from one to the next. */
  step: number;
  /** Their grey level; ink that is darker covers them. */
  level: number;
}

/** By how much the paper may lie askew, in pixels a pixel, to either side. */
const TILT = 0.01;

/** The share of a chalk line that the board's grain leaves bare, and its grey level. */
const BARE = 0.25;
const BOARD = 90;

/** Paper with lines across, nearly level. */
export function ruled({ step, level }: Lines): Finish {
  return (image, random) => {
    const { phase, tilt } = lay(step, random);
    return paintOver(image, (x, y, before) =>
      isOnLine(y + tilt * x, step, phase) ? Math.min(before, level) : before,
    );
  };
}

/** Paper with squares. */
export function squared({ step, level }: Lines): Finish {
  return (image, random) => {
    const { phase, tilt } = lay(step, random);
    return paintOver(image, (x, y, before) => {
      const isLine = isOnLine(y + tilt * x, step, phase) || isOnLine(x - tilt * y, step, phase);
      return isLine ? Math.min(before, level) : before;
    });
  };
}

/** A drawing on nothing: black ink, as opaque as it was dark. */
export const onClear: Finish = (image) => ({
  ...image,
  grey: new Uint8Array(image.grey.length),
  alpha: image.grey.map((level) => 255 - level),
});

/** Chalk, light on a dark board, leaves grains of it bare. */
export const chalky: Finish = (image, random) =>
  paintOver(image, (_x, _y, level) => (level > 130 && random() < BARE ? BOARD : level));

function lay(step: number, random: Random): { phase: number; tilt: number } {
  return { phase: Math.floor(random() * step), tilt: TILT * (2 * random() - 1) };
}

function isOnLine(place: number, step: number, phase: number): boolean {
  return (Math.floor(place) - phase) % step === 0;
}
