import { randomFrom } from "../../unit/random.ts";
import type { DrawingSet } from "../DrawingSet.ts";
import type { Handwriting } from "../hands/writers.ts";
import { drawMnist, drawStrokes } from "./drawing.ts";
import { mnistStyles, strokeStyles } from "./styles.ts";

/** Sets are drawn from seeds of their own, this far from those of the next seed. */
const SETS_PER_SEED = 1000;

/** A set for each style; those by real people and of MNIST's digits where there are any. */
export function styledSets(seed: number, count: number, real: Handwriting): DrawingSet[] {
  let next = SETS_PER_SEED * seed;
  const nextRandom = () => randomFrom(next++);
  const { people, mnist } = real;
  const drawn = strokeStyles.map((style) => ({
    name: style.name,
    drawings: drawStrokes(style, count, nextRandom()),
  }));
  const enlarged = mnistStyles.map((style) => ({
    name: style.name,
    drawings: drawMnist(style, count, nextRandom(), mnist),
  }));
  const penned = strokeStyles.map((style) => ({
    name: `${style.name}, real strokes`,
    drawings: drawStrokes(style, count, nextRandom(), people),
  }));
  return [...drawn, ...(mnist.length > 0 ? enlarged : []), ...(people.length > 0 ? penned : [])];
}
