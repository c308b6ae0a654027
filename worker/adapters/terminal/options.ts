import { parseArgs } from "node:util";
import { CLASSES } from "../../classifier/kernels.ts";
import { NORMALIZE, type Normalize } from "../../writing/toPixels.ts";

export const USAGE = `Usage: mnist-classifier [options] [FILE …]

Tells which digit each picture shows, a PNG or JPEG: a line per file: its name, the digit, its probability.
Without a file, or for the file -, the picture is read from standard input.

  --top N            the N likeliest digits, 1 to ${CLASSES}
  --json             a line of JSON per file: {"file", "predictions": [{"digit", "probability"}]},
                     or {"file", "error": {"status", "message"}}
  --normalize WHICH  which pictures are brought to MNIST's form: auto, those that need it;
                     always; never
  --version          the version
  --help             this text

Exit status: 0 if all were classified, 1 if some were not, 2 for wrong usage.`;

/** What the command is asked to do. */
export interface Options {
  /** Paths; `-` is standard input. */
  files: string[];
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
      top: { type: "string", default: "1" },
      json: { type: "boolean", default: false },
      normalize: { type: "string", default: "auto" },
      help: { type: "boolean", default: false },
      version: { type: "boolean", default: false },
    },
  });
  const { json, help, version } = values;
  const files = positionals.length > 0 ? positionals : ["-"];
  if (!help && !version) checkFiles(files, isTerminal && positionals.length === 0);
  return {
    ...{ files, json, help, version },
    top: readTop(values.top),
    normalize: readNormalize(values.normalize),
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
