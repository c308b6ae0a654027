import type { Drawing, DrawingSet } from "../DrawingSet.ts";
import { type Handwriting, mnistWriters, writers } from "../hands/writers.ts";
import { clearPicture, whole } from "../picture/Picture.ts";
import { randomOf } from "../randomOf.ts";
import { kinds } from "./kinds/kinds.ts";
import type { DigitScene, Kind } from "./Scene.ts";

/** Every kind. */
export function situations(seed: number, real: Handwriting): DrawingSet[] {
  return kinds.map((kind) => ({ name: kind.name, drawings: situation(kind, seed, real) }));
}

/**
 * Thirty pictures of a kind: each digit by three people.
 *
 * @param seed other people, places and colours with each
 * @param real one of the three people is a real one where there are any; MNIST's digits, where there
 *   are any, are what a kind enlarges that is made of 28×28 pixels
 */
export function* situation(kind: Kind, seed: number, real: Handwriting): Generator<Drawing> {
  const random = randomOf(kind.name, seed);
  const isOfMnist = kind.isOfPixels && real.mnist.length > 0;
  const people = isOfMnist ? mnistWriters(real.mnist) : writers(real.people, random);
  for (const writer of people) {
    for (let label = 0; label < 10; label++) {
      const picture = clearPicture(kind.width, kind.height);
      const place = { area: whole(picture), ink: whole(picture) };
      const start: DigitScene = {
        picture,
        ...place,
        label,
        random,
        ...writer.write(label, random),
      };
      const made = kind.steps.reduce((scene, step) => step(scene), start);
      yield { label, source: writer.source, picture: made.picture, box: made.ink };
    }
  }
}
