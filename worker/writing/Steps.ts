import type { GreyImage } from "../image/GreyImage.ts";
import type { Plane } from "./Plane.ts";
import type { Runs } from "./shapes/runs.ts";

/** The steps of the search that take the most time, and of which there is more than one way to take them. */
export interface Steps {
  /** Zeros, of use as long as what is looked at. */
  bytes(length: number): Uint8Array;
  /** Composites an image and averages it down, so that its longer side is no longer than `side`. */
  flatten(image: GreyImage, side: number): Plane;
  /** Averages a plane down, as image/reduce.ts does. */
  reduce(plane: Plane, side: number): Plane;
  /** Evens out the light, as ground/evenLight.ts does. */
  evenLight(plane: Plane, isDark: boolean): Plane;
  /** How many pixels there are of each level, [256]. */
  histogramOf(levels: Uint8Array): Int32Array;
  /** What a table [256] has for each level. */
  mapLevels(levels: Uint8Array, table: Uint8Array): Uint8Array;
  /** Finds the runs of a plane, as shapes/runs.ts does. */
  findRuns(plane: Plane, weak: number, strong: number): Runs | null;
  /** Takes note that lines are to be followed through so many pixels. */
  follow(pixels: number): void;
  /** Makes a digit's ink into grey levels, as form/drawDigit.ts does. */
  drawDigit(cutOut: Plane): DrawnDigit;
}

/** A digit as MNIST has them, and what its ink is like. */
export interface DrawnDigit {
  /** Grey levels [28][28]. */
  pixels: Uint8Array;
  /** Of what is cut out: pixels of ink, and the sides that they share with others. */
  area: number;
  outline: number;
  /** Of the grey levels: the share of their ink that does not hang together with most of it. */
  stray: number;
}
