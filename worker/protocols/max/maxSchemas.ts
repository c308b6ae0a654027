import * as v from "valibot";
import { count, digit, probability } from "../schemas.ts";

/** What the routes of MAX answer. */
export const predictSchema = v.strictObject({
  status: v.literal("ok"),
  predictions: v.array(
    v.strictObject({
      prediction: digit,
      probability,
      image: v.optional(
        v.pipe(
          count,
          v.description(
            "The image's place in the upload, with several images and topk or threshold",
          ),
        ),
      ),
    }),
  ),
});

export const metadataSchema = v.strictObject({
  id: v.string(),
  name: v.string(),
  description: v.string(),
  type: v.string(),
  source: v.string(),
  license: v.string(),
});

export const labelsSchema = v.strictObject({
  count,
  labels: v.array(v.strictObject({ id: digit, name: v.string() })),
});

export type PredictAnswer = v.InferOutput<typeof predictSchema>;
