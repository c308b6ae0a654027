import { describe, expect, it } from "vitest";
import { app, blank, json, pixelsOf, resultOf, sample, seven } from "./service.ts";
import { nested } from "./tensors.ts";

const PREDICT = "/v1/models/mnist-classifier:predict";
const b64 = (digit: number) => Buffer.from(sample(digit)).toString("base64");
const probabilities = (...digits: number[]) =>
  digits.map((digit) => Array.from(resultOf(digit).probabilities));

const predict = (body: unknown) => app.request(PREDICT, json(body));

/** Samples' numbers on a scale, each image of a shape. */
function numbers(digits: number[], shape: number[], scale: (grey: number) => number) {
  return digits.map((digit) => nested(Array.from(pixelsOf(digit), scale), shape));
}

const levels = (grey: number) => grey;
const scaled = (grey: number) => grey / 255;
const normalised = (grey: number) => grey / 127.5 - 1;

describe("GET /v1/models", () => {
  it("lists the model, and tells that it is ready", async () => {
    const list = await app.request("/v1/models");
    expect(await list.json()).toEqual({ models: ["mnist-classifier"] });
    const model = await app.request("/v1/models/mnist-classifier");
    expect(await model.json()).toEqual({ name: "mnist-classifier", ready: true });
  });

  it.each(["/v1", "/v1/models/another", "/v1/models/mnist-classifier:explain", `${PREDICT}s`])(
    "has no %s",
    async (path) => {
      const response = await app.request(path, { method: "POST" });
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual({ error: expect.stringContaining("nothing here") });
    },
  );

  it("tells a GET of the prediction which method it takes", async () => {
    const response = await app.request(PREDICT);
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
    expect(await response.json()).toEqual({ error: expect.stringContaining("POST") });
  });
});

describe("POST /v1/models/mnist-classifier:predict", () => {
  it.each([
    ["b64, as TensorFlow Serving has it", [7, 3].map((digit) => ({ b64: b64(digit) }))],
    ["image.b64, as KServe's custom model has it", [7, 3].map((d) => ({ image: { b64: b64(d) } }))],
    [
      "image_bytes.b64, as Google's prediction services have it",
      [7, 3].map((digit) => ({ image_bytes: { b64: b64(digit) }, key: "1" })),
    ],
    ["data, as KServe's MNIST example has it", [7, 3].map((d) => ({ data: b64(d), target: 0 }))],
    ["data URLs", [7, 3].map((digit) => ({ b64: `data:image/png;base64,${b64(digit)}` }))],
    ["grey levels, nested", numbers([7, 3], [28, 28], levels)],
    ["grey levels, flat", numbers([7, 3], [784], levels)],
    ["0 … 1, with the channel last, as Keras has it", numbers([7, 3], [28, 28, 1], scaled)],
    ["-1 … 1, with the channel first, as PyTorch has it", numbers([7, 3], [1, 28, 28], normalised)],
    [
      "each on a scale of its own",
      [...numbers([7], [784], scaled), ...numbers([3], [784], normalised)],
    ],
  ])("takes %s", async (_, instances) => {
    const response = await predict({ signature_name: "serving_default", instances });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ predictions: probabilities(7, 3) });
  });

  it("takes inputs in place of instances, as KServe's server does", async () => {
    const response = await predict({ inputs: [{ b64: b64(7) }] });
    expect(await response.json()).toEqual({ predictions: probabilities(7) });
  });

  it("takes 64 images whose pixels are arrays by themselves", async () => {
    const [image] = numbers([7], [28, 28, 1], levels);
    const response = await predict({ instances: Array(64).fill(image) });
    const { predictions } = (await response.json()) as { predictions: unknown[] };
    expect(predictions).toHaveLength(64);
  });
});

describe("What :predict cannot serve", () => {
  const [image] = numbers([7], [784], levels) as number[][];
  const AN_INSTANCE = /^instances\.0 must be 28 × 28 numbers, or an image file in base64: /;
  const NO_SCALE = /^instances\.0 has a value that is not a number on one of the scales/;

  it.each([
    ["nothing", "", 400, /not valid JSON/],
    ["no instances", {}, 400, /^instances is missing\.$/],
    ["instances that are a text", { instances: "7" }, 400, /^instances must be an array\.$/],
    ["no instance", { instances: [] }, 400, /^instances must be one image or more\.$/],
    ["a number", { instances: [7] }, 400, AN_INSTANCE],
    ["an object without an image", { instances: [{ x: 1 }] }, 400, AN_INSTANCE],
    ["base64 that is a number", { instances: [{ b64: 7 }] }, 400, AN_INSTANCE],
    ["a text", { instances: [{ b64: "<script>" }] }, 400, /^instances\.0 is not valid base64/],
    ["a URL", { instances: [{ data: "http://localhost/" }] }, 400, /fetches nothing/],
    ["a file that is not an image", { instances: [{ b64: "c2V2ZW4=" }] }, 400, /not a PNG/],
    ["an image without a digit", { instances: [{ b64: b64Of(blank) }] }, 422, /./],
    ["files and numbers", { instances: [image, { b64: b64Of(seven) }] }, 400, /Send one kind/],
    ["an empty image", { instances: [[]] }, 400, /^instances\.0 has the shape \[0\]; an image/],
    ["a pixel too few", { instances: [image.slice(1)] }, 400, /has the shape \[783\]/],
    ["rows of several lengths", { instances: [[...ragged(image)]] }, 400, /another way/],
    ["a value over 255", { instances: [image.with(5, 256)] }, 400, NO_SCALE],
    ["a value under -1", { instances: [image.with(5, -2)] }, 400, NO_SCALE],
    ["grey levels below 0", { instances: [image.with(5, -1)] }, 400, NO_SCALE],
    ["a value that is a text", { instances: [[...image.slice(1), "0"]] }, 400, NO_SCALE],
    ["more images than MAX_BATCH", { instances: Array(1025).fill([]) }, 413, /1025.* 1024/],
    ["more files than MAX_PARTS", { instances: Array(65).fill({ b64: "" }) }, 413, /65.* 64/],
  ])("%s", async (_, body, status, error) => {
    const response = await predict(body);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: expect.stringMatching(error) });
  });
});

function b64Of(file: Uint8Array): string {
  return Buffer.from(file).toString("base64");
}

/** Rows of 28 values, of which the second has one of the third's. */
function ragged(image: number[]): number[][] {
  const rows = nested(image, [28, 28]) as number[][];
  const [moved, ...third] = rows[2];
  return rows.with(1, [...rows[1], moved]).with(2, third);
}
