import type { Recogniser } from "../recognise.ts";
import type { Limits } from "../settings/limits.ts";

/** What the protocols' routes serve with. */
export interface Service extends Recogniser {
  limits: Limits;
  /** Of the service, as its API's description has it. */
  version: string;
}
