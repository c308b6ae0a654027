import type { Classifier } from "../../classifier/classifier.ts";
import { judgeOf } from "../../classifier/judge.ts";
import { InputError } from "../../errors/InputError.ts";
import type { GreyImage } from "../../image/GreyImage.ts";
import { toPixels } from "../../writing/toPixels.ts";
import { type Answer, askServer } from "./server.ts";

/** What became of a drawing, as far as it came. */
export interface Reading {
  /** What the net sees, grey levels [28][28]. */
  pixels?: Uint8Array;
  answer?: Answer;
  /** Why there is no answer. */
  message?: string;
  /** Who answered, and how fast. */
  way?: string;
}

/** Reads an image in the page; without a classifier, as far as what the net would see. */
export function readHere(image: GreyImage, classifier?: Classifier): Reading {
  const started = performance.now();
  let pixels: Uint8Array;
  try {
    pixels = toPixels(image, "auto", classifier && judgeOf(classifier));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { message: error.message };
  }
  if (!classifier) return { pixels };
  const answer = classifier.classify(pixels);
  return { pixels, answer, way: `Read in this page in ${since(started)}` };
}

/** Has the server read the file of an image. */
export async function readThere(
  image: GreyImage,
  file: Blob,
  signal: AbortSignal,
): Promise<Reading> {
  const { pixels } = readHere(image);
  const seen = pixels ? { pixels } : {};
  const started = performance.now();
  try {
    const answer = await askServer(file, signal);
    return { ...seen, answer, way: `Read by the server in ${since(started)}` };
  } catch (error) {
    return { ...seen, message: (error as Error).message };
  }
}

function since(started: number): string {
  const duration = performance.now() - started;
  return `${duration.toFixed(duration < 10 ? 1 : 0)} ms`;
}
