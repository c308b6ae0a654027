import { createClassifier, createJpegDecoder } from "../node.ts";
import { attempt } from "./attempt.ts";
import { classifying, type Mode, reading } from "./modes.ts";
import { type Options, readOptions, USAGE } from "./options.ts";
import { OVER_BAR, progressBar } from "./progress.ts";

/** The command's exit statuses. */
const ALL_READ = 0;
const SOME_REFUSED = 1;
const WRONG_USAGE = 2;

/** So many files take no time worth a progress bar. */
const FEW = 20;

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
    return ALL_READ;
  }
  if (options.isMany) return many(options);
  const tools = { classifier: await createClassifier(), decodeJpeg: await createJpegDecoder() };
  return options.read
    ? workOn(options, reading(tools, options.files.length > 1))
    : workOn(options, classifying(tools, options));
}

async function many(options: Options): Promise<number> {
  // Most calls need none of this.
  const { runJobs } = await import("./jobs/runJobs.ts");
  try {
    return (await runJobs(options)) ? ALL_READ : SOME_REFUSED;
  } catch (error) {
    console.error(`mnist-classifier: ${(error as Error).message}`);
    return WRONG_USAGE;
  }
}

async function workOn<Result extends object>(
  { files, json }: Options,
  { work, linesOf }: Mode<Result>,
): Promise<number> {
  // On a terminal the lines themselves show how far it is.
  const withBar = files.length > FEW && process.stderr.isTTY && !process.stdout.isTTY;
  const progress = withBar ? progressBar(files.length) : () => {};
  let status = ALL_READ;
  for (const [i, file] of files.entries()) {
    const outcome = await attempt(file, work);
    if ("error" in outcome) {
      console.error(`${withBar ? OVER_BAR : ""}${file}: ${outcome.error.message}`);
      status = SOME_REFUSED;
    }
    if (json) console.log(JSON.stringify(outcome));
    else if (!("error" in outcome)) console.log(linesOf(file, outcome).join("\n"));
    progress(i + 1);
  }
  return status;
}
