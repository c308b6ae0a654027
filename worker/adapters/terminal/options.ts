import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { CLASSES } from "../../classifier/kernels.ts";
import { NORMALIZE, type Normalize } from "../../writing/toPixels.ts";

export const USAGE = `Usage: mnist-classifier [options] [FILE …]

Tells which digit each picture shows, a PNG or JPEG: a line per file: its name, the digit, its probability.
Without a file, or for the file -, the picture is read from standard input.

  --read             every digit of a picture: a line of text for each line of digits, of several files
                     behind the file's name
  --json             a line of JSON per file: {"file", "predictions": [{"digit", "probability"}]}, with
                     --read {"file", "text", "probability", "lines": [{"text", "digits"}]}, each digit
                     {"prediction", "probability", "detection_box"}, as POST /model/read answers;
                     or {"file", "error": {"status", "message"}}
  --top N            the N likeliest digits, 1 to ${CLASSES}; not with --read
  --normalize WHICH  which pictures are brought to MNIST's form: auto, those that need it;
                     always; never; not with --read
  --jobs N           reads on N threads, all cores' by default; a FILE may be a folder or a pack, too: a zip
                     or tar of pictures, or an IDX file as MNIST has them, gzipped or not
  --out FILE         with --jobs: writes the lines of JSON there, and continues where an earlier run stopped
  --list FILE        with --jobs: takes the paths from a file, too, one a line
  --version          the version
  --help             this text

Exit status: 0 if all were read, 1 if some were not, 2 for wrong usage.`;

/** What the command is asked to do. */
export interface Options {
  /** Paths; `-` is standard input. */
  files: string[];
  /** Whether every digit of a picture is read. */
  read: boolean;
  /** How many digits to tell, 1 … CLASSES. */
  top: number;
  json: boolean;
  normalize: Normalize;
  /** Whether there may be many, in folders and packs: one of the three below is given. */
  isMany: boolean;
  /** Worker threads, 1 or more; as many as there are cores where it is not given. */
  jobs: number | undefined;
  /** The file that gets the results. */
  out: string | undefined;
  help: boolean;
  version: boolean;
}

/**
 * Reads the command's arguments.
 *
 * @param isTerminal whether standard input is one, from which no picture comes
 * @throws Error that says what is wrong with them
 */
export function readOptions(args: string[], isTerminal: boolean): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      read: { type: "boolean", default: false },
      top: { type: "string" },
      json: { type: "boolean", default: false },
      normalize: { type: "string" },
      jobs: { type: "string" },
      out: { type: "string" },
      list: { type: "string" },
      help: { type: "boolean", default: false },
      version: { type: "boolean", default: false },
    },
  });
  const { read, json, help, version, out, list } = values;
  const isMany = [values.jobs, out, list].some((value) => value !== undefined);
  const named = list === undefined ? positionals : [...positionals, ...readList(list)];
  const files = named.length > 0 ? named : ["-"];
  if (isMany && files.includes("-")) throw new Error("standard input, -, does not go with --jobs");
  if (!help && !version) checkFiles(files, isTerminal && positionals.length === 0);
  for (const name of ["top", "normalize"] as const) {
    if (read && values[name] !== undefined) throw new Error(`--${name} does not go with --read`);
  }
  return {
    ...{ files, read, json, isMany, out, help, version },
    jobs: values.jobs === undefined ? undefined : readJobs(values.jobs),
    top: readTop(values.top ?? "1"),
    normalize: readNormalize(values.normalize ?? "auto"),
  };
}

function checkFiles(files: string[], isNothing: boolean): void {
  if (isNothing) throw new Error("no file is given");
  if (files.filter((file) => file === "-").length > 1) {
    throw new Error("standard input, -, can be read once");
  }
}

/** The paths in a file, one a line. */
function readList(path: string): string[] {
  try {
    return readFileSync(path, "utf8").split(/\r?\n/).filter(Boolean);
  } catch (error) {
    throw new Error(`--list ${path} cannot be read: ${(error as Error).message}`);
  }
}

function readJobs(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new Error(`--jobs takes a number of threads, not ${JSON.stringify(text)}`);
}

function readTop(text: string): number {
  const top = /^\d+$/.test(text) ? Number(text) : 0;
  if (top >= 1 && top <= CLASSES) return top;
  throw new Error(`--top takes a number from 1 to ${CLASSES}, not ${JSON.stringify(text)}`);
}

function readNormalize(text: string): Normalize {
  const found = NORMALIZE.find((which) => which === text);
  if (found) return found;
  throw new Error(`--normalize takes ${NORMALIZE.join(", ")}, not ${JSON.stringify(text)}`);
}
