import * as v from "valibot";
import { count } from "../schemas.ts";
import { OUTPUTS } from "./inferRequest.ts";

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

export const modelSchema = v.strictObject({
  name: v.string(),
  versions: v.array(v.string()),
  platform: v.string(),
  inputs: v.array(tensor),
  outputs: v.array(tensor),
  properties: v.record(v.string(), v.string()),
});

const configured = {
  name: v.string(),
  data_type: v.string(),
  dims: v.array(v.pipe(v.number(), v.integer(), v.minValue(1))),
};

/** Triton's ModelConfig, as far as it is told. */
export const configSchema = v.strictObject({
  name: v.string(),
  platform: v.string(),
  max_batch_size: count,
  input: v.array(v.strictObject({ ...configured, format: v.literal("FORMAT_NCHW") })),
  output: v.array(v.strictObject(configured)),
});

/** Triton's RepositoryIndex. */
export const indexSchema = v.array(
  v.strictObject({ name: v.string(), version: v.string(), state: v.literal("READY") }),
);

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
