import type { Point } from "../../../samples/digits.ts";
import { between, oneOf, type Random } from "../chance.ts";
import type { Source } from "../DrawingSet.ts";
import { rasterise28 } from "./form28.ts";
import { type Hand, somebody, write } from "./hand.ts";
import type { Written } from "./handwriting.ts";
import type { Person } from "./people.ts";

/** A digit as somebody wrote it. */
export interface Digit {
  /** Polylines of any size, y downwards. */
  strokes: Point[][];
  /** The same in MNIST's form: grey levels [28][28], light on dark. */
  levels(): Uint8Array;
}

/** Somebody who writes digits. */
export interface Writer {
  source: Source;
  write(label: number, random: Random): Digit;
}

/** Real handwriting, as far as there is any. */
export interface Handwriting {
  people: readonly Person[];
  mnist: readonly Written[];
}

/** How many write each kind of picture. */
const WRITERS = 3;

/** Three people with hands of their own, one of them a real one where there are any. */
export function writers(people: readonly Person[], random: Random): Writer[] {
  const drawn = Array.from({ length: WRITERS }, () => skeletonWriter(random));
  return people.length === 0 ? drawn : [...drawn.slice(1), realWriter(oneOf(random, people))];
}

/** Three times MNIST's digits. */
export function mnistWriters(digits: readonly Written[]): Writer[] {
  const byLabel = Map.groupBy(digits, ({ label }) => label);
  const writer: Writer = {
    source: "MNIST",
    write: (label, random) => {
      const { levels } = oneOf(random, byLabel.get(label) ?? []);
      return { strokes: [], levels: () => levels };
    },
  };
  return Array.from({ length: WRITERS }, () => writer);
}

/** Somebody with a hand of their own, who writes the skeletons. */
export function skeletonWriter(random: Random): Writer {
  const choose = somebody(random);
  const hand: Hand = {
    aspect: [0.7, 0.95],
    slant: between(random, [-0.08, 0.22]),
    jitter: between(random, [0.008, 0.02]),
    wobble: 0,
  };
  return {
    source: "skeletons",
    write: (label, chance) => digit(write(choose(label), hand, chance)),
  };
}

/** A real person. */
export function realWriter(person: Person): Writer {
  return { source: "person", write: (label, random) => digit(oneOf(random, person[label])) };
}

function digit(strokes: Point[][]): Digit {
  return { strokes, levels: () => rasterise28(strokes) };
}
