import { reduce } from "../image/reduce.ts";
import { drawDigit } from "./form/drawDigit.ts";
import { measure } from "./form/measure.ts";
import { strayShare } from "./form/strayShare.ts";
import { evenLight } from "./ground/evenLight.ts";
import { flatten } from "./ground/flatten.ts";
import { histogramOf } from "./ground/threshold.ts";
import type { NoJudge } from "./Judge.ts";
import type { Steps } from "./Steps.ts";
import { findRuns } from "./shapes/runs.ts";

/** In JavaScript: what the kernels are held to, and what does without them. */
export const plainSteps: Steps = {
  bytes: (length) => new Uint8Array(length),
  flatten: (image, side) => reduce(flatten(image), side),
  reduce,
  evenLight,
  histogramOf,
  mapLevels(levels, table) {
    const mapped = new Uint8Array(levels.length);
    for (let i = 0; i < levels.length; i++) mapped[i] = table[levels[i]];
    return mapped;
  },
  findRuns,
  follow() {},
  drawDigit(cutOut) {
    const pixels = drawDigit(cutOut);
    return { pixels, ...measure(cutOut), stray: strayShare(pixels) };
  },
};

/** Who has neither network nor kernels. */
export const noJudge: NoJudge = { steps: plainSteps };
