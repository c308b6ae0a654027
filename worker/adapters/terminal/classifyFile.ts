import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import type { Classifier } from "../../classifier/classifier.ts";
import { InputError } from "../../errors/InputError.ts";
import type { JpegDecoder } from "../../image/jpeg/bindJpegDecoder.ts";
import { ranking } from "../../protocols/ranking.ts";
import type { Normalize } from "../../writing/toPixels.ts";
import { classifyImage } from "../classifyImage.ts";

/** A digit and how probable it is, 0 … 1. */
export interface Prediction {
  digit: number;
  probability: number;
}

/** What became of a file. */
export type Outcome = { file: string } & (
  | { predictions: Prediction[] }
  // Without a status where the file could not be read.
  | { error: { status?: number; message: string } }
);

/** More PNG pixels than a request may have: nobody else waits here. The worst file takes 80 MB. */
const LIMITS = { maxPixels: 16 * 1024 * 1024 };

/** Why a file cannot be read, in words; for other codes Node's own message does. */
const TROUBLES: Readonly<Record<string, string>> = {
  ENOENT: "No such file.",
  EISDIR: "Is a folder, not a file.",
  EACCES: "Permission denied.",
};

/** With what files are classified, and how. */
interface Task {
  classifier: Classifier;
  decodeJpeg: JpegDecoder;
  top: number;
  normalize: Normalize;
}

/** Classifies a file, or standard input for `-`. What is wrong with it comes back as data. */
export async function classifyFile(
  file: string,
  { classifier, decodeJpeg, top, normalize }: Task,
): Promise<Outcome> {
  try {
    const bytes = file === "-" ? await buffer(process.stdin) : await readFile(file);
    const options = { normalize, limits: LIMITS, decodeJpeg };
    const { probabilities } = classifyImage(bytes, classifier, options);
    const predictions = ranking(probabilities)
      .slice(0, top)
      .map((digit) => ({ digit, probability: probabilities[digit] }));
    return { file, predictions };
  } catch (error) {
    return { file, error: reasonOf(error) };
  }
}

function reasonOf(error: unknown): { status?: number; message: string } {
  if (error instanceof InputError) return { status: error.status, message: error.message };
  const { code, message } = error as NodeJS.ErrnoException;
  // Anything else is a fault of this program.
  if (code === undefined) throw error;
  return { message: TROUBLES[code] ?? message };
}
