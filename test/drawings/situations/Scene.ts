import type { Point } from "../../../samples/digits.ts";
import { between, oneOf, type Random } from "../chance.ts";
import { type Box, type Colour, hex, type Picture } from "../picture/Picture.ts";

/** A picture while it comes about. */
export interface Scene {
  picture: Picture;
  /** Where what comes next goes: the picture at first, then the card or the frame. */
  area: Box;
  /** What the writing fills once it is there. */
  ink: Box;
  random: Random;
}

/** A picture in which one digit is written. */
export interface DigitScene extends Scene {
  /** The digit, 0 … 9. */
  label: number;
  /** The digit as it is written: polylines of any size, y downwards. */
  strokes: Point[][];
  /** The digit in MNIST's form: grey levels [28][28], light on dark. */
  levels(): Uint8Array;
}

/** One step in making a picture, whatever is written in it. It may paint on the scene's picture. */
export type Step = <S extends Scene>(scene: S) => S;

/** A step that has to do with the digit. */
export type DigitStep = (scene: DigitScene) => DigitScene;

/** Pictures of one situation. */
export interface Kind {
  /** Its family, a slash, and what it is. */
  name: string;
  /** Pixels of the picture that the steps start from. */
  width: number;
  height: number;
  /** What is painted, from the ground to the camera. */
  steps: readonly DigitStep[];
  /** Whether it enlarges a digit of 28×28 pixels, such as MNIST's. */
  isOfPixels: boolean;
}

/** @param size pixels along a side, or across and down */
export function kind(
  name: string,
  size: number | readonly [width: number, height: number],
  ...steps: DigitStep[]
): Kind {
  const [width, height] = typeof size === "number" ? [size, size] : size;
  return { name, width, height, steps, isOfPixels: false };
}

/** A kind that enlarges a digit of 28×28 pixels. */
export function pixelKind(...parts: Parameters<typeof kind>): Kind {
  return { ...kind(...parts), isOfPixels: true };
}

/** Some steps as one. */
export function inTurn(...steps: Step[]): Step {
  return (scene) => steps.reduce((before, step) => step(before), scene);
}

/** Colours `#rrggbb` to choose from, each as likely as the others. */
export type Colours = string | readonly string[];

export function choose(random: Random, colours: Colours): Colour {
  return hex(typeof colours === "string" ? colours : oneOf(random, colours));
}

/** An angle in radians, up to so many degrees to either side. */
export function askewBy(random: Random, degrees: number): number {
  return (Math.PI / 180) * between(random, [-degrees, degrees]);
}
