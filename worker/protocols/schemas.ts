import * as v from "valibot";
import { OUTPUTS } from "./openInference/schema.ts";

/*
 * What the routes answer. The handlers take the types, the API's description the schemas: of these
 * nothing is left in the Worker.
 */

const probability = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const digit = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Of MAX, and of the service as a whole. */
export const errorSchema = v.strictObject({ status: v.literal("error"), message: v.string() });

/** Of Hugging Face and the Open Inference Protocol. */
export const plainErrorSchema = v.strictObject({ error: v.string() });

export const healthSchema = v.strictObject({ status: v.literal("ok") });

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

export const classificationSchema = v.array(
  v.strictObject({ label: v.string(), score: v.number() }),
);

const tensor = v.strictObject({
  name: v.string(),
  datatype: v.picklist(["UINT8", "FP32", "INT64"]),
  shape: v.array(v.pipe(v.number(), v.integer(), v.minValue(-1))),
});

export const serverSchema = v.strictObject({
  name: v.string(),
  version: v.string(),
  extensions: v.array(v.string()),
});

export const liveSchema = v.strictObject({ live: v.literal(true) });
export const readySchema = v.strictObject({ ready: v.literal(true) });
export const modelReadySchema = v.strictObject({ name: v.string(), ready: v.literal(true) });

export const modelSchema = v.strictObject({
  name: v.string(),
  versions: v.array(v.string()),
  platform: v.string(),
  inputs: v.array(tensor),
  outputs: v.array(tensor),
});

export const inferSchema = v.strictObject({
  model_name: v.string(),
  model_version: v.string(),
  id: v.optional(v.string()),
  outputs: v.array(
    v.strictObject({
      ...tensor.entries,
      name: v.picklist(OUTPUTS.map(({ name }) => name)),
      data: v.optional(v.array(v.number())),
      parameters: v.optional(v.strictObject({ binary_data_size: count })),
    }),
  ),
});

export type PredictAnswer = v.InferOutput<typeof predictSchema>;
