import type { Point } from "../../../samples/digits.ts";
import { oneOf, type Random } from "../chance.ts";
import { type Box, type Colour, hex, type Picture } from "./Picture.ts";

/** A picture while it comes about. */
export interface Scene {
  picture: Picture;
  /** Where what comes next goes: the picture at first, then the card or the frame. */
  area: Box;
  /** The digit as it is written: polylines of any size, y downwards. */
  strokes: Point[][];
  /** The digit's number, 0 … 9, for what does not write but prints. */
  label: number;
  /** What the ink fills, once there is ink. */
  ink: Box;
  random: Random;
}

/** One step in making a picture. It may paint on the scene's picture. */
export type Step = (scene: Scene) => Scene;

/** Colours `#rrggbb` to choose from, each as likely as the others. */
export type Colours = string | readonly string[];

export function choose(random: Random, colours: Colours): Colour {
  return hex(typeof colours === "string" ? colours : oneOf(random, colours));
}
