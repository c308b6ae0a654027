import type { Point } from "../../../samples/digits.ts";
import { between, oneOf, type Random } from "../chance.ts";
import { type Hand, somebody, write } from "../hand.ts";
import type { Person } from "../hands.ts";

/** Somebody who writes digits: polylines of any size, y downwards. */
export interface Writer {
  /** Whose strokes they are: those of the generator's skeletons, or a real person's. */
  source: "skeletons" | "person";
  write(digit: number, random: Random): Point[][];
}

/** How many write each kind. */
export const WRITERS = 3;

/** Three people; one of them a real one where there are any. */
export function writers(people: readonly Person[], random: Random): Writer[] {
  const drawn = Array.from({ length: WRITERS }, () => skeletonWriter(random));
  return people.length === 0 ? drawn : [...drawn.slice(1), realWriter(oneOf(random, people))];
}

function skeletonWriter(random: Random): Writer {
  const choose = somebody(random);
  const hand: Hand = {
    aspect: [0.7, 0.95],
    slant: between(random, [-0.08, 0.22]),
    jitter: between(random, [0.008, 0.02]),
    wobble: 0,
  };
  return { source: "skeletons", write: (digit) => write(choose(digit), hand, random) };
}

function realWriter(person: Person): Writer {
  return { source: "person", write: (digit, random) => oneOf(random, person[digit]) };
}
