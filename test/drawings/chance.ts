/** Random numbers in 0 … 1, one a call, as randomFrom makes them. */
export type Random = () => number;

/** The ends of a range, both of which belong to it. */
export type Range = readonly [from: number, to: number];

/** A number of a range, each as likely as the others. */
export function between(random: Random, [from, to]: Range): number {
  return from + (to - from) * random();
}

/** One of some things, each as likely as the others. */
export function oneOf<Thing>(random: Random, things: readonly Thing[]): Thing {
  return things[Math.floor(random() * things.length)];
}

/** A normally distributed number of mean 0 and standard deviation 1: Box and Muller's method. */
export function gaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
