import * as v from "valibot";

/** The extension of the protocol that carries tensors as bytes behind the JSON. */
export const BINARY_EXTENSION = "binary_tensor_data";

/** The net's input, as its metadata has it. It is taken as each of DATATYPES. */
export const INPUT = { name: "input", datatype: "FP32", shape: [-1, 1, 28, 28] } as const;

/** What the input's values stand for, by their type: the model's properties in its metadata. */
export const DATATYPES = {
  FP32: "grey / 127.5 - 1: -1 is black, 1 is white; light ink on a dark ground",
  UINT8: "grey: 0 is black, 255 is white; light ink on a dark ground",
  BYTES: "N image files in the shape [N], in JSON in base64; brought to the form of MNIST's images",
} as const;

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

/** What every input tensor has: its data in JSON, or with their size where they stand behind it. */
const tensor = {
  name: v.literal(INPUT.name),
  parameters: v.nullish(v.object({ binary_data_size: v.nullish(size) })),
  /** Flat, row by row, or nested as the shape is. Its values are looked at later, all at once. */
  data: v.nullish(v.custom<unknown[]>(Array.isArray, "an array")),
};

/** N images as grey levels. */
const pixelTensor = v.object({
  ...tensor,
  datatype: v.picklist(["UINT8", "FP32"]),
  shape: v.union(
    [
      v.strictTuple([count, v.literal(1), v.literal(28), v.literal(28)]),
      v.strictTuple([count, v.literal(28), v.literal(28)]),
      v.strictTuple([count, v.literal(784)]),
    ],
    "[N, 1, 28, 28], [N, 28, 28] or [N, 784], with N from 1",
  ),
});

/** N image files. */
const fileTensor = v.object({
  ...tensor,
  datatype: v.literal("BYTES"),
  shape: v.union(
    [v.strictTuple([count]), v.strictTuple([count, v.literal(1)])],
    "[N] or [N, 1] for BYTES, with N from 1",
  ),
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
  inputs: v.strictTuple([v.variant("datatype", [pixelTensor, fileTensor], "UINT8, FP32 or BYTES")]),
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
export type PixelTensor = v.InferOutput<typeof pixelTensor>;
export type FileTensor = v.InferOutput<typeof fileTensor>;
