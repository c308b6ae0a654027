import { do_not_optimize } from "mitata";
import type { Classifier } from "../../worker/classifier/classifier.ts";
import { judgeOf } from "../../worker/classifier/judge.ts";
import { decodeImage } from "../../worker/image/decodeImage.ts";
import { read } from "../../worker/recognise.ts";
import { defaultLimits } from "../../worker/settings/limits.ts";
import type { Judge } from "../../worker/writing/Judge.ts";
import { segment } from "../../worker/writing/lines/cuts/segment.ts";
import { findLines } from "../../worker/writing/lines/findLines.ts";
import { plainSteps } from "../../worker/writing/plainSteps.ts";
import type { Range } from "../drawings/chance.ts";
import { numberKind } from "../drawings/numbers/NumberScene.ts";
import { drawNumbers } from "../drawings/numbers/number.ts";
import { write } from "../drawings/numbers/steps/write.ts";
import { digits } from "../drawings/numbers/texts.ts";
import { encodePng } from "../drawings/picture/encodePng.ts";
import { fill } from "../drawings/situations/steps/grounds.ts";
import type { Subject } from "./timing.ts";

/** Pixels along a page's side. */
export const PAGE = 1024;

/** Digits of a row, and rows. */
const PAGES = [
  [1, 1],
  [5, 2],
  [6, 5],
  [10, 10],
] as const;

/** One for all runs, so that they see the same pages. */
const SEED = 6;

/** Pages of digits that stand apart: from their grey levels on, and from the PNG to the reading. */
export function pageSubjects(classifier: Classifier): Subject[] {
  const judge = judgeOf(classifier);
  const plainJudge = { ...judge, steps: plainSteps };
  return PAGES.flatMap(([across, rows]) => {
    const png = drawPage(across, rows);
    const image = decodeImage(png, defaultLimits);
    const count = across * rows;
    const name = `${count} digit${count === 1 ? "" : "s"}`;
    const recogniser = { classifier, limits: defaultLimits };
    const reads = (by: Judge) => () => {
      for (const { pixels } of findLines(image, by, segment).lines.flat()) {
        do_not_optimize(classifier.classify(pixels));
      }
    };
    return [
      { name: `grey levels → ${name}`, call: reads(judge) },
      { name: `grey levels → ${name}, only the net in kernels`, call: reads(plainJudge) },
      { name: `PNG → ${name}`, call: () => do_not_optimize(read([png], recogniser)) },
    ];
  });
}

/** A page of rows of digits, as many to each, as a PNG. */
export function drawPage(across: number, rows: number): Uint8Array {
  const only = (count: number): Range => [count, count];
  const numbers = write("#000000", digits(only(across), only(rows)));
  const kind = numberKind("bench/page", [PAGE, PAGE], fill("#ffffff"), numbers);
  const [{ picture }] = drawNumbers(kind, SEED, 1, { people: [], mnist: [], scans: [] });
  return encodePng(picture);
}
