import { type Half, readHandwriting } from "../../test/drawings/hands/handwriting.ts";
import { readPeople } from "../../test/drawings/hands/people.ts";
import { readScans } from "../../test/drawings/hands/scans.ts";
import { drawNumbers } from "../../test/drawings/numbers/number.ts";
import type { Hands } from "../../test/drawings/numbers/writing/penmen.ts";
import { progressBar } from "../../worker/adapters/terminal/progress.ts";
import type { Judge } from "../../worker/writing/Judge.ts";
import { type Example, examplesIn } from "./examples.ts";
import { kindsToDraw } from "./kinds.ts";

/**
 * Whose digits are drawn.
 *
 * @throws Error that names the file that is missing or broken
 */
export function handsIn(mnist: string, hands: string, half: Half): Hands {
  return {
    mnist: readHandwriting(mnist, half),
    people: readPeople(hands, half),
    scans: readScans(hands, half),
  };
}

/**
 * Draws numbers of every kind, with a progress bar, and finds what is to be cut in them.
 *
 * @param count pictures of a kind that is hard to cut
 */
export function drawExamples(hands: Hands, seed: number, count: number, judge: Judge): Example[] {
  const kinds = kindsToDraw(count);
  const total = kinds.reduce((sum, { count: pictures }) => sum + pictures, 0);
  const progress = progressBar(total);
  const examples: Example[] = [];
  let done = 0;
  for (const { kind, count: pictures } of kinds) {
    for (const drawing of drawNumbers(kind, seed, pictures, hands)) {
      examples.push(...examplesIn(drawing, kind.name, judge));
      progress(++done);
    }
  }
  return examples;
}
