import type { Classifier } from "../../classifier/classifier.ts";
import { judgeOf } from "../../classifier/judge.ts";
import { InputError } from "../../errors/InputError.ts";
import type { GreyImage } from "../../image/GreyImage.ts";
import { boundWork } from "../../writing/boundWork.ts";
import { type DetectionBox, detectionBox } from "../../writing/lines/detectionBox.ts";
import { findLines } from "../../writing/lines/findLines.ts";
import type { Segment } from "../../writing/lines/Segment.ts";
import { type Answer, askServer } from "./server.ts";

/** How much work a picture may take here, as boundWork counts it: a second's. */
const MOST_WORK = 1_000_000;

/** What the page reads with. */
export interface Reader {
  classifier: Classifier;
  /** null until it has come: the page reads before that, but for digits that touch. */
  segment: Segment | null;
}

/** What became of a drawing, as far as it came. */
export interface Reading {
  /** What the net sees, grey levels [28][28] a digit, in reading order. */
  seen: Uint8Array[];
  answer?: Answer;
  /** Why there is no answer. */
  message?: string;
  /** Who answered, and how fast. */
  way?: string;
}

/** Of a pad on which nothing lies. */
export const NOTHING: Reading = { seen: [] };

/** Whether several digits are read. */
export function isNumber({ answer }: Reading): boolean {
  return answer !== undefined && answer.digits.length > 1;
}

/** What the net sees of a digit; undefined where the server sees other digits than the page. */
export function pixelsOf({ seen, answer }: Reading, index: number): Uint8Array | undefined {
  return answer && answer.digits.length !== seen.length ? undefined : seen[index];
}

/** A digit that is found in an image. */
interface Found {
  pixels: Uint8Array;
  /** The probability that it is one digit, and all of it. */
  certainty: number;
  /** Of one among several. */
  box?: DetectionBox;
}

/** Reads an image in the page. */
export function readHere(image: GreyImage, reader: Reader): Reading {
  const started = performance.now();
  return withLines(image, reader, (lines) => {
    const answer = answerOf(lines, reader.classifier);
    return { answer, way: `Read in this page in ${since(started)}` };
  });
}

/** Tells what the net would see; nothing without a reader. */
export function look(image: GreyImage, reader: Reader | undefined): Reading {
  if (!reader) return NOTHING;
  return withLines(image, reader, () => ({}));
}

/** Has the server read the file of an image. */
export async function readThere(
  image: GreyImage,
  file: Blob,
  signal: AbortSignal,
  reader: Reader | undefined,
): Promise<Reading> {
  const { seen } = look(image, reader);
  const started = performance.now();
  try {
    const answer = await askServer(file, signal);
    return { seen, answer, way: `Read by the server in ${since(started)}` };
  } catch (error) {
    return { seen, message: (error as Error).message };
  }
}

/** Finds digits and makes something of them; where there are none, the message that says so. */
function withLines(
  image: GreyImage,
  reader: Reader,
  use: (lines: Found[][]) => Partial<Reading>,
): Reading {
  try {
    const lines = find(image, reader);
    return { seen: lines.flat().map(({ pixels }) => pixels), ...use(lines) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { seen: [], message: error.message };
  }
}

/**
 * Lines of digits as `POST /model/read` finds them; the only one is as `POST /model/predict` sees it, and has
 * no box.
 *
 * @throws InputError 422 if there is none, 413 if there is more to look at than the work allows
 */
function find(image: GreyImage, { classifier, segment }: Reader): Found[][] {
  const judge = judgeOf(classifier, { work: boundWork(MOST_WORK) });
  const { flat, lines, refusal } = findLines(image, judge, segment);
  if (refusal) throw new InputError(422, refusal);
  const isOne = lines.flat().length === 1;
  return lines.map((line) =>
    line.map(({ box, ...digit }) => (isOne ? digit : { ...digit, box: detectionBox(box, flat) })),
  );
}

function answerOf(lines: Found[][], classifier: Classifier): Answer {
  const read = lines.map((line) =>
    line.map(({ pixels, certainty, box }) => {
      const { digit, probabilities } = classifier.classify(pixels);
      const shares = probabilities.map((probability) => probability * certainty);
      return { digit, probability: shares[digit], probabilities: shares, ...(box && { box }) };
    }),
  );
  const digits = read.flat();
  return {
    text: read.map((line) => line.map(({ digit }) => digit).join("")).join("\n"),
    probability: digits.reduce((product, { probability }) => product * probability, 1),
    digits,
  };
}

function since(started: number): string {
  const duration = performance.now() - started;
  return `${duration.toFixed(duration < 10 ? 1 : 0)} ms`;
}
