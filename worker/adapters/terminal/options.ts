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
      help: { type: "boolean", default: false },
      version: { type: "boolean", default: false },
    },
  });
  const { read, json, help, version } = values;
  const files = positionals.length > 0 ? positionals : ["-"];
  if (!help && !version) checkFiles(files, isTerminal && positionals.length === 0);
  for (const name of ["top", "normalize"] as const) {
    if (read && values[name] !== undefined) throw new Error(`--${name} does not go with --read`);
  }
  return {
    ...{ files, read, json, help, version },
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
