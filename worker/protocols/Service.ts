import type { Classifier } from "../classifier/classifier.ts";
import type { Limits } from "../settings/limits.ts";

/** What the protocols' routes serve with. */
export interface Service {
  classifier: Classifier;
  limits: Limits;
  /** Of the service, as its API's description has it. */
  version: string;
}
