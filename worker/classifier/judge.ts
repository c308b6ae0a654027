import type { Arena } from "../writing/Arena.ts";
import type { Work } from "../writing/boundWork.ts";
import type { Judge } from "../writing/Judge.ts";
import { kernelSteps } from "../writing/kernelSteps.ts";
import type { Classifier } from "./classifier.ts";

/** What bounds a search. */
interface Bounds {
  work?: Work;
  /** As kernelSteps takes it. */
  arena?: Arena;
}

/** Lends a classifier's judgement to the search for what is written. */
export function judgeOf(classifier: Classifier, { work, arena }: Bounds = {}): Judge {
  const steps = kernelSteps(classifier.kernels, arena);
  return {
    judge: (pixels) => classifier.forward(pixels, steps.bytes),
    steps: work ? work(steps) : steps,
  };
}
