import { PIXELS } from "../classifier/kernels.ts";
import type { Limits } from "../settings/limits.ts";

/** What a request may have beside its pixels: a name, a shape, outputs and the like take far fewer. */
const OTHER_VALUES = 1000;

/** The numbers and other values of JSON with as many images as a tensor may have. */
export function maxTensorValues({ maxBatch }: Pick<Limits, "maxBatch">): number {
  return maxBatch * PIXELS + OTHER_VALUES;
}
