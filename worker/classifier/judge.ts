import type { Judge } from "../writing/Judge.ts";
import { kernelSteps } from "../writing/kernelSteps.ts";
import type { Classifier } from "./classifier.ts";

/** Lends a classifier's judgement to the search for what is written. */
export function judgeOf(classifier: Classifier): Judge {
  return {
    logits: (pixels) => classifier.classify(pixels).logits,
    features: classifier.features,
    steps: kernelSteps(classifier.kernels),
  };
}
