/**
 * `node test/drawings/evaluate.ts`: how well drawings of many hands, tools and cameras are read,
 * other ones with each seed. See USAGE.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { createClassifier } from "../../worker/adapters/node.ts";
import { progressBar } from "../../worker/adapters/terminal/progress.ts";
import type { Classifier } from "../../worker/classifier/classifier.ts";
import { InputError } from "../../worker/errors/InputError.ts";
import type { GreyImage } from "../../worker/image/GreyImage.ts";
import { toPixels } from "../../worker/writing/toPixels.ts";
import { randomFrom } from "../unit/random.ts";
import { type Drawing, drawMnist, drawStrokes } from "./drawing.ts";
import { type Person, readPeople } from "./hands.ts";
import { readHandwriting, type Written } from "./handwriting.ts";
import { type DrawnSet, report } from "./report.ts";
import { sheet, type Tile } from "./sheet.ts";
import { evaluateSituations } from "./situations/evaluateSituations.ts";
import { kinds } from "./situations/kinds.ts";
import { mnistStyles, strokeStyles } from "./styles.ts";

const USAGE = `Usage: npm run build && node test/drawings/evaluate.ts [options]

Draws digits in the styles of several tools, pens, hands and cameras, and classifies them as the
service would. Prints for each set how many are right, how many are refused, and what was taken for
what.

  --seed N      other drawings, by other people; 1 by default
  --count N     drawings a set; 100 by default
  --mnist DIR   the folder of MNIST's training images, whose last 5,000 are drawn too, large
  --hands DIR   the folder of UCI's pen strokes, whose 14 test writers write too
  --situations  pictures as people send them in place of these sets: on cards, in frames, on ruled
                paper; thirty of each kind, ten digits by three people
  --all         has --sheet show every situation, not those alone that were lost
  --kind REGEX  only the situations whose name matches: '^card/', 'shadow'
  --lost DIR    writes the situations that were refused or taken for another digit, one by one
  --sheet FILE  writes the drawings as PNG, set by set in the order of the table; those that were
                refused or taken for another digit have a red frame
  --help        this text`;

/** Sets are drawn from seeds of their own, this far from those of the next seed. */
const SETS_PER_SEED = 1000;

try {
  const { values } = parseArgs({
    options: {
      seed: { type: "string", default: "1" },
      count: { type: "string", default: "100" },
      mnist: { type: "string" },
      hands: { type: "string" },
      situations: { type: "boolean", default: false },
      kind: { type: "string", default: "" },
      lost: { type: "string" },
      all: { type: "boolean", default: false },
      sheet: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) console.log(USAGE);
  else if (values.situations) {
    const { seed, kind, sheet, lost, hands, all } = values;
    const chosen = kinds.filter(({ name }) => new RegExp(kind).test(name));
    await evaluateSituations(chosen, {
      seed: positive(seed),
      people: people(hands),
      sheet,
      lost,
      all,
    });
  } else await evaluate(positive(values.seed), positive(values.count), values.mnist, values.sheet);
} catch (error) {
  console.error(`evaluate: ${(error as Error).message}`);
  process.exitCode = 1;
}

async function evaluate(seed: number, count: number, mnist?: string, file?: string) {
  const classifier = await createClassifier();
  const sets = styledSets(seed, count, handwriting(mnist));
  const progress = progressBar(sets.length);
  const tiles: Tile[][] = [];
  const results = sets.map(({ name, drawings }, i): DrawnSet => {
    const answers = Array.from(drawings, ({ label, image, box }) => {
      const digit = classify(classifier, image);
      return { label, digit, tile: { image, box, isLost: digit !== label } };
    });
    if (file) tiles.push(answers.map(({ tile }) => tile));
    progress(i + 1);
    return { name, answers };
  });
  console.log(report(results));
  if (file) write(file, sheet(tiles));
}

/** MNIST's digits; none, and a note why, where they are not to be had. */
function handwriting(folder?: string): Written[] {
  try {
    if (folder) return readHandwriting(folder);
    console.log("note: without --mnist DIR, the sets of MNIST's digits are left out");
  } catch (error) {
    console.log(`note: ${(error as Error).message}: the sets of MNIST's digits are left out`);
  }
  return [];
}

/** Real people; none, and a note why, where their strokes are not to be had. */
function people(folder?: string): Person[] {
  try {
    if (folder) return readPeople(folder);
    console.log("note: without --hands DIR, nobody real writes");
  } catch (error) {
    console.log(`note: ${(error as Error).message}: nobody real writes`);
  }
  return [];
}

/** Nothing is drawn before it is asked for. */
function styledSets(
  seed: number,
  count: number,
  digits: Written[],
): { name: string; drawings: Iterable<Drawing> }[] {
  let next = SETS_PER_SEED * seed;
  const nextRandom = () => randomFrom(next++);
  const drawn = strokeStyles.map((style) => ({
    name: style.name,
    drawings: drawStrokes(style, count, nextRandom()),
  }));
  if (digits.length === 0) return drawn;
  const enlarged = mnistStyles.map((style) => ({
    name: style.name,
    drawings: drawMnist(style, count, nextRandom(), digits),
  }));
  return [...drawn, ...enlarged];
}

/** @returns the digit, or null where the image is refused */
function classify(classifier: Classifier, image: GreyImage): number | null {
  try {
    return classifier.classify(toPixels(image)).digit;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${text} is no number from 1 on`);
  return value;
}

function write(file: string, contents: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, contents);
  console.log(`wrote ${file}`);
}
