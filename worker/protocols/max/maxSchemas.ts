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

/** [ymin, xmin, ymax, xmax] in the upright image, as MAX's Object Detector has it. */
const detectionBox = v.pipe(
  v.array(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  v.length(4),
  v.description(
    "[ymin, xmin, ymax, xmax], as shares of the upright image's height and width from its top left",
  ),
);

export const readSchema = v.strictObject({
  status: v.literal("ok"),
  predictions: v.array(
    v.strictObject({
      text: v.pipe(
        v.string(),
        v.regex(/^(\d+(\n\d+)*)?$/),
        v.description("The lines from top to bottom, with a line feed between them"),
      ),
      probability: v.pipe(
        probability,
        v.description("That all digits are right: the product of their probabilities"),
      ),
      lines: v.array(
        v.strictObject({
          text: v.pipe(v.string(), v.regex(/^\d+$/)),
          digits: v.array(
            v.strictObject({ prediction: digit, probability, detection_box: detectionBox }),
          ),
        }),
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
export type ReadAnswer = v.InferOutput<typeof readSchema>;
