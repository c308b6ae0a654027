import type { Source } from "../DrawingSet.ts";
import type { Box } from "../picture/Picture.ts";
import { clearPicture, type Picture, whole } from "../picture/Picture.ts";
import { randomOf } from "../randomOf.ts";
import { numberKinds } from "./kinds/numberKinds.ts";
import type { NumberKind, NumberScene } from "./NumberScene.ts";
import type { LetterTile } from "./writing/layout.ts";
import { type Hands, penmen } from "./writing/penmen.ts";

/** A picture of numbers. */
export interface NumberDrawing {
  /** The rows of digits, parted by line feeds. */
  due: string;
  source: Source;
  picture: Picture;
  /** What the writing fills. */
  box: Box;
  /** As NumberScene has them. */
  tiles: LetterTile[];
}

/** Drawings of one kind; nothing is drawn before it is asked for. */
export interface NumberSet {
  name: string;
  drawings: Iterable<NumberDrawing>;
}

/**
 * Every kind, of each so many pictures.
 *
 * @param source whose digits alone are taken; those of every source in turn without it
 * @throws Error if there are none of that source
 */
export function numbers(seed: number, count: number, hands: Hands, source?: string): NumberSet[] {
  return numberKinds.map((kind) => ({
    name: kind.name,
    drawings: drawNumbers(kind, seed, count, hands, source),
  }));
}

/**
 * Pictures of a kind, by a penman of each source in turn.
 *
 * @param seed other people, numbers, places and colours with each
 * @param source as numbers takes it
 */
export function* drawNumbers(
  kind: NumberKind,
  seed: number,
  count: number,
  hands: Hands,
  source?: string,
): Generator<NumberDrawing> {
  const random = randomOf(kind.name, seed);
  for (let i = 0; i < count; i++) {
    const people = penmen(hands, random).filter((by) => !source || by.source === source);
    if (people.length === 0) throw new Error(`there are no digits of the source ${source}`);
    const penman = people[i % people.length];
    const picture = clearPicture(kind.width, kind.height);
    const start: NumberScene = {
      picture,
      area: whole(picture),
      ink: whole(picture),
      random,
      penman,
      due: [],
      tiles: [],
    };
    const made = kind.steps.reduce((scene, step) => step(scene), start);
    yield {
      due: made.due.join("\n"),
      source: penman.source,
      picture: made.picture,
      box: made.ink,
      tiles: made.tiles,
    };
  }
}
