/** `node weights/cuts/fit.ts`: fits the weights that tell what a piece of cut writing is worth. See USAGE. */
import { existsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { createClassifier } from "../../worker/adapters/node.ts";
import { progressBar } from "../../worker/adapters/terminal/progress.ts";
import { judgeOf } from "../../worker/classifier/judge.ts";
import { BIASES, UNITS, WEIGHTS } from "../../worker/writing/lines/cuts/worthWeights.ts";
import { drawExamples, handsIn } from "./draw.ts";
import { networkOf, quantise } from "./quantise.ts";
import { report } from "./report.ts";
import { scaleOf, standardise, unscaled } from "./scale.ts";
import { sourceOf } from "./sourceOf.ts";
import { EPOCHS, train } from "./train.ts";

const FILE = "worker/writing/lines/cuts/worthWeights.ts";

const USAGE = `Usage: npm run build && npx node weights/cuts/fit.ts --mnist DIR --hands DIR [options]

Draws numbers, finds all ways to cut what touches in them, and fits the weights that say which way is
best so that the right ones are the likeliest. Tells how many are cut right of numbers that other people
wrote, with the present weights and the new ones.

  --mnist DIR  the folder of MNIST's training images
  --hands DIR  the folder of swiss-train, swiss-validation and the pendigits' strokes
  --count N    pictures of each kind that is hard to cut, 100 by default; fewer of the others
  --seed N     other drawings and first weights; 1 by default
  --out FILE   where the weights are written; by default ${FILE}
  --help       this text`;

/** Of so many pictures to fit, one is drawn to validate. */
const VALIDATION = 4;

/** Added to the seed for the pictures that validate. */
const OTHER_SEED = 1_000_000;

try {
  const { values } = parseArgs({
    options: {
      mnist: { type: "string" },
      hands: { type: "string" },
      count: { type: "string", default: "100" },
      seed: { type: "string", default: "1" },
      out: { type: "string", default: join(import.meta.dirname, "..", "..", FILE) },
      help: { type: "boolean", default: false },
    },
  });
  const { mnist, hands, out } = values;
  if (values.help) console.log(USAGE);
  else if (!mnist || !hands) throw new Error(`--mnist and --hands are needed\n\n${USAGE}`);
  else {
    if (!existsSync(dirname(out)))
      throw new Error(`--out ${out}: there is no folder ${dirname(out)}`);
    const [count, seed] = [positive("count", values.count), positive("seed", values.seed)];
    await fitWeights(mnist, hands, count, seed, out);
  }
} catch (error) {
  console.error(`fit: ${(error as Error).message}`);
  process.exitCode = 1;
}

/** Draws, fits, tells how good it is, and writes the weights. */
async function fitWeights(mnist: string, hands: string, count: number, seed: number, out: string) {
  const judge = judgeOf(await createClassifier());
  const [training, validating] = [
    handsIn(mnist, hands, "train"),
    handsIn(mnist, hands, "validation"),
  ];
  const examples = drawExamples(training, seed, count, judge);
  const few = Math.ceil(count / VALIDATION);
  const others = drawExamples(validating, seed + OTHER_SEED, few, judge);
  console.log(
    `drawn: ${examples.length} pieces of writing to fit to, ${others.length} to validate`,
  );

  const committed = networkOf({ weights: WEIGHTS, units: UNITS, biases: BIASES });
  const { columns } = committed;
  const scale = scaleOf(examples, columns);
  for (const { inputs } of examples) standardise(inputs, scale);
  const progress = progressBar(EPOCHS);
  const network = train(examples, columns, seed, (epoch, likelihood) => {
    progress(epoch);
    if (epoch === EPOCHS) console.log(`fitted: ${likelihood.toFixed(3)} nats an example`);
  });
  const found = quantise(unscaled(network, scale), scale.deviations);
  console.log(report(others, { present: committed, new: networkOf(found) }));
  writeFileSync(out, sourceOf(found));
  console.log(`wrote ${out}`);
}

function positive(option: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new Error(`--${option} takes a whole number from 1 on, not ${JSON.stringify(text)}`);
}
