import { InputError } from "../errors/InputError.ts";
import type { Tally } from "../metrics/Tally.ts";
import {
  digitsOf,
  type Reading,
  type Recogniser,
  read,
  recognise,
  type Stage,
} from "../recognise.ts";
import type { Version } from "./objectNames.ts";

/** A line of the results: which picture, and what is written in it or why it is refused. */
export type ResultLine = Version & {
  /** Of a picture in a pack. */
  name?: string;
} & Result;

export type Result =
  | { predictions: { prediction: number; probability: number }[] }
  | Reading
  | { error: { status: number; message: string } };

/** Reads a picture, or passes on why it is refused. */
export type Reader = (file: Uint8Array | InputError) => Result;

/**
 * Reads pictures as the service does, each as if it came in a request of its own.
 *
 * @param reads every digit of a picture, as `POST /model/read` does; otherwise the one, as `POST
 *   /model/predict` does
 * @param tally counts what is read and refused
 */
export function createReader(recogniser: Recogniser, reads: boolean, tally: Tally): Reader {
  const trace = (stage: Stage) => tally.stage(stage);
  return (file) => {
    try {
      if (file instanceof InputError) throw file;
      if (reads) {
        const [reading] = read([file], recogniser, 0, trace);
        tally.digits(digitsOf(reading));
        return reading;
      }
      const [{ digit, probability }] = recognise([file], recogniser, "auto", trace);
      tally.digits([digit]);
      return { predictions: [{ prediction: digit, probability }] };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      tally.refusal(error.status);
      return { error: { status: error.status, message: error.message } };
    }
  };
}

/** Writes a result as a line. */
export function lineOf(which: Version & { name?: string }, result: Result): string {
  return `${JSON.stringify({ ...which, ...result } satisfies ResultLine)}\n`;
}
