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

const whole = v.pipe(v.number(), v.integer("a whole number"));
const size = v.pipe(whole, v.minValue(0, "0 or more"));
const count = v.pipe(whole, v.minValue(1));

/** The shapes of N images. */
const shape = v.union(
  [
    v.strictTuple([count, v.literal(1), v.literal(28), v.literal(28)]),
    v.strictTuple([count, v.literal(28), v.literal(28)]),
    v.strictTuple([count, v.literal(784)]),
  ],
  "[N, 1, 28, 28], [N, 28, 28] or [N, 784], with N from 1",
);

/** An input tensor: its data in JSON, or with their size where they stand behind it. */
const inputTensor = v.object({
  name: v.literal(INPUT.name),
  datatype: v.picklist(["UINT8", "FP32"], "UINT8 or FP32"),
  shape,
  parameters: v.nullish(v.object({ binary_data_size: v.nullish(size) })),
  /** Flat, row by row, or nested as the shape is. Its numbers are looked at later, all at once. */
  data: v.nullish(v.custom<unknown[]>(Array.isArray, "an array of numbers")),
});

const requestedOutput = v.object({
  name: v.picklist(
    OUTPUTS.map(({ name }) => name),
    "probabilities, logits or label",
  ),
  parameters: v.nullish(v.object({ binary_data: v.nullish(v.boolean()) })),
});

/**
 * An inference request. Clients leave out what is optional, or send null.
 *
 * @see https://github.com/open-inference/open-inference-protocol
 */
export const inferRequest = v.object({
  id: v.nullish(v.string()),
  parameters: v.nullish(v.object({ binary_data_output: v.nullish(v.boolean()) })),
  inputs: v.strictTuple([inputTensor]),
  /** All where none is named. */
  outputs: v.nullish(
    v.pipe(
      v.array(requestedOutput),
      v.maxLength(OUTPUTS.length, `a list of ${OUTPUTS.length} at most`),
    ),
  ),
});

export type InferRequest = v.InferOutput<typeof inferRequest>;
export type RequestedOutput = v.InferOutput<typeof requestedOutput>;
export type InputTensor = v.InferOutput<typeof inputTensor>;
