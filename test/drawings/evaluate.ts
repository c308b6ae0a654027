/**
 * `node test/drawings/evaluate.ts`: how well drawings of many hands, tools and cameras are read,
 * other ones with each seed. See USAGE.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { progressBar } from "../../worker/adapters/terminal/progress.ts";
import type { DrawingSet } from "./DrawingSet.ts";
import { evaluateNumbers } from "./evaluation/evaluateNumbers.ts";
import { type AnsweredSet, isLost, report } from "./evaluation/report.ts";
import { createReader } from "./evaluation/service.ts";
import { type Outcome, sheet, tileOf } from "./evaluation/sheet.ts";
import { type Keep, write } from "./evaluation/write.ts";
import { readHandwriting } from "./hands/handwriting.ts";
import { readPeople } from "./hands/people.ts";
import { readScans, type ScannedHand } from "./hands/scans.ts";
import type { Handwriting } from "./hands/writers.ts";
import { numbers } from "./numbers/number.ts";
import { encodePng } from "./picture/encodePng.ts";
import { situations } from "./situations/situation.ts";
import { styledSets } from "./styles/styledSets.ts";

const USAGE = `Usage: npm run build && npx node test/drawings/evaluate.ts [options]

Draws digits in the styles of several tools, pens, hands and cameras, and has the service read them.
Prints for each set how many are right, how many are refused, and what was taken for what.

  --situations  draws what people send in place of these sets: digits on cards, in frames, on ruled
                paper, in figures, cropped, faint, in the shade; of each kind thirty pictures, ten
                digits by three people
  --numbers     draws pictures of several digits in place of these sets: rows, pages, forms, sums;
                prints for each kind how many pictures and lines are read as they are, and the digit
                error rate by edit distance
  --seed N      other drawings, by other people; 1 by default
  --count N     drawings a set, 100 by default, 20 with --numbers; of a situation there are thirty
  --hands DIR   the folder of UCI's pen strokes: those who wrote its test set write too; numbers are
                also put together of the scans there
  --mnist DIR   the folder of MNIST's training images: the last 5,000 are drawn too, large
  --source NAME only numbers by skeletons, person, MNIST or scan
  --kind REGEX  only the sets whose name matches, such as '^card/'
  --sheet FILE  writes the drawings that were refused or taken for another digit as a PNG
  --all         the sheet shows every drawing, with the mistakes in red
  --lost DIR    writes the drawings that were refused or taken for another digit, each as a PNG
  --help        this text`;

/** What is drawn of a set, and of a kind of numbers. */
const DRAWINGS = 100;
const PICTURES = 20;

try {
  const { values } = parseArgs({
    options: {
      situations: { type: "boolean", default: false },
      seed: { type: "string", default: "1" },
      numbers: { type: "boolean", default: false },
      count: { type: "string" },
      hands: { type: "string" },
      mnist: { type: "string" },
      source: { type: "string" },
      kind: { type: "string", default: "" },
      sheet: { type: "string" },
      all: { type: "boolean", default: false },
      lost: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) console.log(USAGE);
  else {
    const real = { people: people(values.hands), mnist: mnist(values.mnist) };
    const seed = positive(values.seed);
    if (values.numbers) {
      const count = positive(values.count ?? String(PICTURES));
      const hands = { ...real, scans: scans(values.hands) };
      const sets = numbers(seed, count, hands, values.source);
      await evaluateNumbers(named(values.kind, sets), values);
    } else {
      const sets = values.situations
        ? situations(seed, real)
        : styledSets(seed, positive(values.count ?? String(DRAWINGS)), real);
      await evaluate(named(values.kind, sets), values);
    }
  }
} catch (error) {
  console.error(`evaluate: ${(error as Error).message}`);
  process.exitCode = 1;
}

/** The sets whose name matches. */
function named<Set extends { name: string }>(kind: string, sets: Set[]): Set[] {
  const chosen = sets.filter(({ name }) => new RegExp(kind).test(name));
  if (chosen.length === 0) throw new Error(`no set's name matches --kind ${kind}`);
  return chosen;
}

async function evaluate(sets: DrawingSet[], keep: Keep) {
  const read = await createReader();
  const progress = progressBar(sets.length);
  const answered: AnsweredSet[] = [];
  const outcomes: Outcome[] = [];
  for (const { name, drawings } of sets) {
    const set: AnsweredSet = { name, answers: [] };
    for (const drawing of drawings) {
      const { label, source, picture } = drawing;
      const png = encodePng(picture);
      const digit = await read(png);
      const answer = { label, source, digit };
      set.answers.push(answer);
      if (keep.all || isLost(answer))
        outcomes.push({ set: name, ...answer, tile: tileOf(drawing) });
      if (keep.lost && isLost(answer)) write(join(keep.lost, fileName(set)), png);
    }
    answered.push(set);
    progress(answered.length);
  }
  console.log(report(answered));
  if (keep.sheet) {
    write(keep.sheet, sheet(outcomes));
    console.log(`wrote ${keep.sheet}`);
  }
}

/** A folder for each set, and a name for its latest drawing: the digit first, then its number. */
function fileName({ name, answers }: AnsweredSet): string {
  return join(name.replaceAll(/\W+/g, "-"), `${answers.at(-1)?.label}-${answers.length}.png`);
}

/** Real people; none, and a note why, where their strokes are not to be had. */
function people(folder?: string): Handwriting["people"] {
  return realOrNone("--hands DIR", "no real person writes", folder, readPeople);
}

/** MNIST's digits; none, and a note why, where they are not to be had. */
function mnist(folder?: string): Handwriting["mnist"] {
  return realOrNone("--mnist DIR", "none of MNIST's digits is drawn", folder, readHandwriting);
}

/** Scanned digits; none, and a note why, where they are not to be had. */
function scans(folder?: string): ScannedHand[] {
  return realOrNone("--hands DIR", "no scan is put into numbers", folder, readScans);
}

function realOrNone<Real>(
  option: string,
  consequence: string,
  folder: string | undefined,
  read: (folder: string) => Real[],
): Real[] {
  try {
    if (folder) return read(folder);
    console.log(`note: without ${option}, ${consequence}`);
  } catch (error) {
    console.log(`note: ${(error as Error).message}: ${consequence}`);
  }
  return [];
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) {
    throw new Error(`${text} is not a whole number from 1 on`);
  }
  return value;
}
