import type { Scene } from "../situations/Scene.ts";
import type { LetterTile } from "./writing/layout.ts";
import type { Penman } from "./writing/penmen.ts";

/** A picture in which numbers are written. */
export interface NumberScene extends Scene {
  penman: Penman;
  /** The digits that are written, row by row, in reading order. */
  due: string[];
  /** Their tiles, as they lie until a camera is held askew. */
  tiles: LetterTile[];
}

/** A step that has to do with the numbers. */
export type NumberStep = (scene: NumberScene) => NumberScene;

/** Pictures of one kind. */
export interface NumberKind {
  /** Its family, a slash, and what it is. */
  name: string;
  /** Pixels of the picture that the steps start from. */
  width: number;
  height: number;
  /** What is painted, from the ground to the camera. */
  steps: readonly NumberStep[];
}

export function numberKind(
  name: string,
  [width, height]: readonly [width: number, height: number],
  ...steps: NumberStep[]
): NumberKind {
  return { name, width, height, steps };
}
