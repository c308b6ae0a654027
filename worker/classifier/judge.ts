import type { Arena } from "../writing/Arena.ts";
import type { Judge } from "../writing/Judge.ts";
import { kernelSteps } from "../writing/kernelSteps.ts";
import type { Classifier } from "./classifier.ts";

/**
 * Lends a classifier's judgement to the search for what is written.
 *
 * @param arena as kernelSteps takes it
 */
export function judgeOf(classifier: Classifier, arena?: Arena): Judge {
  return {
    judge: classifier.forward,
    steps: kernelSteps(classifier.kernels, arena),
  };
}
