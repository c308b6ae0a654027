import { describe, expect, it } from "vitest";
import { greyLevels, infer, inputOf, normalised, outputsOf } from "./tensors.ts";

const good = inputOf(7);
const row = good.data;
const SHAPES = "inputs.0.shape must be [N, 1, 28, 28], [N, 28, 28] or [N, 784], with N from 1.";
const NESTED = "The input's data is nested in another way than its shape, ";
const SOURCE = "The input needs either data or the parameter binary_data_size.";
const ONLY_JSON = { binary_data_size: 784 };

/** A request whose input differs so from a good one. */
const input = (change: object) => ({ inputs: [{ ...good, ...change }] });

/** Data with one value in place of a good one. */
const withValue = (value: unknown) => row.with(5, value as number);

/** The tensor as 28 columns of 28 rows of one image. */
const transposed = Array.from({ length: 28 }, () => Array(28).fill([0]));

const refused: [what: string, body: unknown, error: string][] = [
  ["nothing", "", "The body is not valid JSON in UTF-8."],
  ["half a request", '{"inputs": [', "The body is not valid JSON in UTF-8."],
  ["null", null, "The body must be an object."],
  ["a list", [], "inputs is missing."],
  ["no inputs", { inputs: [] }, "inputs.0 is missing."],
  ["inputs that are not a list", { inputs: good }, "inputs must be an array."],
  ["two inputs", { inputs: [good, good] }, "inputs.1 must be left out."],
  ["an input of another name", input({ name: "image" }), 'inputs.0.name must be "input".'],
  [
    "another datatype",
    input({ datatype: "FP64" }),
    "inputs.0.datatype must be UINT8, FP32 or BYTES.",
  ],
  ["no shape", input({ shape: undefined }), "inputs.0.shape is missing."],
  ...[[784], [1, 28], [1, 3, 28, 28], [0, 784], [-1, 784], [1.5, 784], [1, 784, 1], "784"].map(
    (shape): [string, unknown, string] => [`the shape ${shape}`, input({ shape }), SHAPES],
  ),
  ["a value too few", input({ data: row.slice(1) }), sizes(783)],
  ["a value too many", input({ data: [...row, 0] }), sizes(785)],
  ["no value", input({ data: [] }), sizes(0)],
  ["a shape of more images", input({ shape: [2, 784] }), sizes(784, 1568)],
  ...[-1, 256, 0.5, null, "5", true, [], {}].map((value): [string, unknown, string] => [
    `the UINT8 ${JSON.stringify(value)}`,
    input({ data: withValue(value) }),
    "Value 5 of the input is not a valid grey level. UINT8 takes whole numbers from 0 to 255.",
  ]),
  ...[1.001, -1.001, 255, null, "0.5"].map((value): [string, unknown, string] => [
    `the FP32 ${JSON.stringify(value)}`,
    input({ datatype: "FP32", data: withValue(value).map((x, i) => (i === 5 ? x : 0)) }),
    "Value 5 of the input is not a valid grey level. FP32 takes numbers from -1 to 1: grey/127.5 - 1.",
  ]),
  ["data that is an object", input({ data: {} }), "inputs.0.data must be an array."],
  ["data that is a text", input({ data: "0" }), "inputs.0.data must be an array."],
  ["data that is null", input({ data: null }), SOURCE],
  ["no data", input({ data: undefined }), SOURCE],
  ["data, and its size in binary", input({ parameters: ONLY_JSON }), SOURCE],
  [
    "the size of bytes that are missing",
    input({ data: undefined, parameters: ONLY_JSON }),
    "0 bytes stand behind the JSON; binary_data_size tells of 784.",
  ],
  [
    "rows of different lengths",
    input({ shape: [1, 28, 28], data: [[row.slice(0, 29), row.slice(29)]] }),
    `${NESTED}[1,28,28].`,
  ],
  [
    "the images as the last axis",
    input({ shape: [1, 28, 28], data: transposed }),
    `${NESTED}[1,28,28].`,
  ],
  ["an image nested once too often", input({ data: [[row]] }), `${NESTED}[1,784].`],
  ["an unknown output", output({ name: "scores" }), anOutput("name")],
  ["an output without a name", output({}), "outputs.0.name is missing."],
  ["an output that is a text", output("label"), "outputs.0 must be an object."],
  [
    "an output twice",
    output({ name: "label" }, { name: "label" }),
    "An output is named more than once. Name each once.",
  ],
  [
    "a fourth output",
    output(...Array(4).fill({ name: "label" })),
    "outputs must be a list of 3 at most.",
  ],
  [
    "binary_data that is a text",
    output({ name: "label", parameters: { binary_data: "yes" } }),
    "outputs.0.parameters.binary_data must be true or false.",
  ],
  ["an id that is a number", { ...input({}), id: 7 }, "id must be a text."],
];

describe("FP32 on another scale than the model's", () => {
  const grey = greyLevels(7, 3);
  const scaled = [...grey].map((level) => level / 255);
  const wanted = [...normalised(grey)];
  const send = (shape: number[], data: number[]) =>
    infer({ inputs: [{ name: "input", datatype: "FP32", shape, data }] });

  it.each([
    ["0 to 1, as ToTensor and x/255 yield it", [1, 784], scaled.slice(0, 784), "Image 1 of 1"],
    [
      "the second image's alone",
      [2, 784],
      [...wanted.slice(0, 784), ...scaled.slice(784)],
      "2 of 2",
    ],
    ["a blank image of 0", [1, 784], Array(784).fill(0), "Image 1 of 1"],
    ["a blank image of 1", [1, 784], Array(784).fill(1), "Image 1 of 1"],
  ])("is refused, and named: %s", async (_, shape, data, image) => {
    const response = await send(shape, data);
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as { error: string };
    expect(error).toContain(image);
    expect(error).toContain("no value below 0");
    expect(error).toMatch(/grey\/127.5 - 1.* 2x - 1, .*UINT8/);
  });

  it("is what the way out in the message brings it to", async () => {
    const response = await send(
      [2, 784],
      scaled.map((x) => 2 * x - 1),
    );
    const { outputs } = (await response.json()) as { outputs: unknown[] };
    expect(outputs).toEqual(Object.values(outputsOf(7, 3)));
  });

  it("is not suspected where one value lies below 0", async () => {
    const response = await send([1, 784], [-0.01, ...Array(783).fill(1)]);
    expect(response.status).toBe(200);
  });
});

describe("What …/infer cannot serve", () => {
  it.each(refused)("%s", async (_, body, error) => {
    const response = await infer(body);
    expect(await response.json()).toEqual({ error });
    expect(response.status).toBe(400);
  });

  it("more images than MAX_BATCH", async () => {
    for (const count of [1025, 1e15, 1e300]) {
      const response = await infer(input({ shape: [count, 784], data: [] }));
      expect(response.status).toBe(413);
      expect(await response.json()).toEqual({
        error: `The input has ${count} images; a request may have 1024.`,
      });
    }
  });

  it("a body over MAX_BODY_BYTES", async () => {
    const response = await infer(" ".repeat(6291457));
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({ error: expect.stringContaining("6291456") });
  });
});

function output(...outputs: unknown[]) {
  return { ...input({}), outputs };
}

function anOutput(key: string): string {
  return `outputs.0.${key} must be probabilities, logits or label.`;
}

function sizes(found: number, expected = 784): string {
  return `The input has ${found} values, but its shape makes ${expected}.`;
}
