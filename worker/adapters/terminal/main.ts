import { createClassifier, createJpegDecoder } from "../node.ts";
import { classifyFile, type Outcome } from "./classifyFile.ts";
import { type Options, readOptions, USAGE } from "./options.ts";
import { progressBar } from "./progress.ts";

/** The command's exit statuses. */
const ALL_CLASSIFIED = 0;
const SOME_REFUSED = 1;
const WRONG_USAGE = 2;

/** So many files take no time worth a progress bar. */
const FEW = 20;

/** Begins a line anew, over a progress bar. */
const OVER_BAR = "\r\x1b[K";

/**
 * The terminal command. Prints to standard output what it finds, to standard error what it refuses.
 *
 * @param args as typed behind the command's name
 * @returns the exit status
 */
export async function main(args: string[], version: string): Promise<number> {
  let options: Options;
  try {
    options = readOptions(args, process.stdin.isTTY === true);
  } catch (error) {
    console.error(`mnist-classifier: ${(error as Error).message}\n\n${USAGE}`);
    return WRONG_USAGE;
  }
  if (options.help || options.version) {
    console.log(options.help ? USAGE : `mnist-classifier ${version}`);
    return ALL_CLASSIFIED;
  }
  return classifyFiles(options);
}

async function classifyFiles({ files, json, top, normalize }: Options): Promise<number> {
  const classifier = await createClassifier();
  const decodeJpeg = await createJpegDecoder();
  // On a terminal the lines themselves show how far it is.
  const withBar = files.length > FEW && process.stderr.isTTY && !process.stdout.isTTY;
  const progress = withBar ? progressBar(files.length) : () => {};
  let status = ALL_CLASSIFIED;
  for (const [i, file] of files.entries()) {
    const outcome = await classifyFile(file, { classifier, decodeJpeg, top, normalize });
    if ("error" in outcome) {
      console.error(`${withBar ? OVER_BAR : ""}${file}: ${outcome.error.message}`);
      status = SOME_REFUSED;
    }
    if (json) console.log(JSON.stringify(outcome));
    else if ("predictions" in outcome) console.log(lineOf(outcome));
    progress(i + 1);
  }
  return status;
}

/** `7.png: 7 0.9961, 9 0.0030`. */
function lineOf({ file, predictions }: Extract<Outcome, { predictions: unknown }>): string {
  const found = predictions.map(({ digit, probability }) => `${digit} ${probability.toFixed(4)}`);
  return `${file}: ${found.join(", ")}`;
}
