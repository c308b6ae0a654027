import * as v from "valibot";

/** The extension of the protocol that carries tensors as bytes behind the JSON. */
export const BINARY_EXTENSION = "binary_tensor_data";

/** The net's input. UINT8 is taken too: grey levels 0 … 255. */
export const INPUT = { name: "input", datatype: "FP32", shape: [-1, 1, 28, 28] };

/** What an image's classification is told as. */
export const OUTPUTS = [
  { name: "probabilities", datatype: "FP32", shape: [-1, 10] },
  { name: "logits", datatype: "FP32", shape: [-1, 10] },
  { name: "label", datatype: "INT64", shape: [-1] },
] as const;

export type OutputName = (typeof OUTPUTS)[number]["name"];

const size = v.pipe(v.number(), v.integer(), v.minValue(0));
const side = v.pipe(v.number(), v.integer(), v.minValue(1));

/** An input tensor: its data in JSON, or with their size where they stand behind it. */
const inputTensor = v.object({
  name: v.literal(INPUT.name),
  datatype: v.picklist(["UINT8", "FP32"]),
  shape: v.pipe(v.array(side), v.minLength(2), v.maxLength(4)),
  parameters: v.optional(v.object({ binary_data_size: v.optional(size) })),
  /** Flat, row by row, or nested as the shape is. Its numbers are looked at later, all at once. */
  data: v.optional(v.custom<unknown[]>(Array.isArray, "an array of numbers")),
});

const requestedOutput = v.object({
  name: v.picklist(OUTPUTS.map(({ name }) => name)),
  parameters: v.optional(v.object({ binary_data: v.optional(v.boolean()) })),
});

/**
 * An inference request.
 *
 * @see https://github.com/open-inference/open-inference-protocol
 */
export const inferRequest = v.object({
  id: v.optional(v.string()),
  parameters: v.optional(v.object({ binary_data_output: v.optional(v.boolean()) })),
  inputs: v.tuple([inputTensor]),
  /** All where none is named. */
  outputs: v.optional(v.array(requestedOutput)),
});

export type InferRequest = v.InferOutput<typeof inferRequest>;
export type InputTensor = v.InferOutput<typeof inputTensor>;
