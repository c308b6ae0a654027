import { randomFrom } from "../../unit/random.ts";
import type { Person } from "../hands.ts";
import { encodePng } from "./encodePng.ts";
import { type Box, clearPicture, type Picture } from "./Picture.ts";
import type { Scene, Step } from "./Scene.ts";
import { type Writer, writers } from "./writers.ts";

/** Pictures of one situation. */
export interface Kind {
  /** Its family, a slash, and what it is. */
  name: string;
  /** Pixels of the picture that the steps start from. */
  width: number;
  height: number;
  /** What is painted, from the ground to the camera. */
  steps: readonly Step[];
}

/** A picture as somebody might send it. */
export interface Sent {
  label: number;
  source: Writer["source"];
  picture: Picture;
  /** A PNG file. */
  png: Uint8Array;
}

/**
 * Thirty pictures of a kind: each digit by three people.
 *
 * @param seed other people, places and colours with each
 * @param people real ones, of whom one writes beside two of the generator's skeletons
 */
export function* situation(
  { name, width, height, steps }: Kind,
  seed: number,
  people: readonly Person[] = [],
): Generator<Sent> {
  const random = randomFrom(seedOf(name, seed));
  for (const writer of writers(people, random)) {
    for (let label = 0; label < 10; label++) {
      const area: Box = { left: 0, top: 0, width, height };
      const picture = clearPicture(width, height);
      const strokes = writer.write(label, random);
      const start: Scene = { picture, area, strokes, label, ink: area, random };
      const made = steps.reduce((scene, step) => step(scene), start);
      const { picture: sent } = made;
      yield { label, source: writer.source, picture: sent, png: encodePng(sent) };
    }
  }
}

/** A seed that hangs on the name: a kind stays as it is when others come beside it. FNV-1a. */
function seedOf(name: string, seed: number): number {
  let hash = 0x811c9dc5;
  for (const code of new TextEncoder().encode(`${name} ${seed}`)) {
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  return hash >>> 0;
}
