import * as v from "valibot";
import { probability } from "../schemas.ts";

/** The ten probabilities of each image, in order. */
export const predictionsSchema = v.strictObject({
  predictions: v.array(v.pipe(v.array(probability), v.length(10))),
});
