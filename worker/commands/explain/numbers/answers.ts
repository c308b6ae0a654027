import type { Classifier } from "../../../classifier/classifier.ts";
import { judgeOf } from "../../../classifier/judge.ts";
import type { GreyImage } from "../../../image/GreyImage.ts";
import type { Judge } from "../../../writing/Judge.ts";
import { segment } from "../../../writing/lines/cuts/segment.ts";
import { type FoundLines, findLines } from "../../../writing/lines/findLines.ts";
import { percent } from "../../evaluate/report.ts";

/** What the net made of a piece of the picture. */
export interface Answer {
  /** Grey levels [28][28]. */
  pixels: Uint8Array;
  prediction: number;
  /** Of the prediction, 0 … 1. */
  probability: number;
  /** The next likeliest digit, and its probability in percent. */
  second: string;
}

/** What is found in a picture, and what the search for it asked the net. */
export interface Search {
  found: FoundLines;
  /** Pieces that the net was asked about and that are not among the digits, the likeliest digits first. */
  leftOut: Answer[];
}

/** Finds the digits in a picture, and notes what the net is asked meanwhile. */
export function search(picture: GreyImage, classifier: Classifier): Search {
  const judge = judgeOf(classifier);
  const asked = new Map<string, { pixels: Uint8Array; logit: number }>();
  const noting: Judge = {
    ...judge,
    judge: (pixels) => {
      const judgement = judge.judge(pixels);
      const logit = Math.max(...judgement.logits);
      asked.set(keyOf(pixels), { pixels: pixels.slice(), logit });
      return judgement;
    },
  };
  const found = findLines(picture, noting, segment);
  for (const { pixels } of found.lines.flat()) asked.delete(keyOf(pixels));
  const leftOut = [...asked.values()].toSorted((a, b) => b.logit - a.logit);
  return { found, leftOut: leftOut.map(({ pixels }) => answerTo(pixels, classifier)) };
}

/** @param pixels grey levels [28][28] */
export function answerTo(pixels: Uint8Array, classifier: Classifier): Answer {
  const { digit: prediction, probability, probabilities } = classifier.classify(pixels);
  const others = [...probabilities].map((share, other) => ({ share, other }));
  const [, next] = others.toSorted((a, b) => b.share - a.share);
  return { pixels, prediction, probability, second: `${next.other} ${percent(next.share)}` };
}

function keyOf(pixels: Uint8Array): string {
  return Buffer.from(pixels).toString("latin1");
}
