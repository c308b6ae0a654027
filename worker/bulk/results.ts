import { InputError } from "../errors/InputError.ts";
import { type Reading, type Recogniser, read, recognise } from "../recognise.ts";
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
 */
export function createReader(recogniser: Recogniser, reads: boolean): Reader {
  return (file) => {
    try {
      if (file instanceof InputError) throw file;
      if (reads) return read([file], recogniser)[0];
      return {
        predictions: recognise([file], recogniser).map(({ digit, probability }) => ({
          prediction: digit,
          probability,
        })),
      };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return { error: { status: error.status, message: error.message } };
    }
  };
}

/** Writes a result as a line. */
export function lineOf(which: Version & { name?: string }, result: Result): string {
  return `${JSON.stringify({ ...which, ...result } satisfies ResultLine)}\n`;
}
