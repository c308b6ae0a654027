import { drawDigit } from "./form/drawDigit.ts";
import { flatten } from "./ground/flatten.ts";
import { reduce } from "./ground/reduce.ts";
import { histogramOf } from "./ground/threshold.ts";
import type { NoJudge } from "./Judge.ts";
import type { Steps } from "./Steps.ts";

/** In JavaScript: what the kernels are held to, and what does without them. */
export const plainSteps: Steps = {
  flatten: (image, side) => reduce(flatten(image), side),
  histogramOf,
  mapLevels(levels, table) {
    const mapped = new Uint8Array(levels.length);
    for (let i = 0; i < levels.length; i++) mapped[i] = table[levels[i]];
    return mapped;
  },
  drawDigit,
};

/** Who has neither network nor kernels. */
export const noJudge: NoJudge = { steps: plainSteps };
