import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createClassifier, nodeAssets } from "../../../worker/adapters/node.ts";
import { digitFromPng } from "../../../worker/adapters/pixelsFromImage.ts";
import { InputError } from "../../../worker/errors/InputError.ts";

const seven = readFileSync("samples/7.png");

describe("digitFromPng", () => {
  it("makes what the classifier takes", async () => {
    const digit = digitFromPng(seven);
    expect(digit).toHaveLength(784);
    expect((await createClassifier()).classify(digit).digit).toBe(7);
  });

  it("takes a classifier to tell writing from other things by", async () => {
    const classifier = await createClassifier();
    const digit = digitFromPng(seven, { classifier });
    expect(classifier.classify(digit).digit).toBe(7);
  });

  it("normalises as it is asked to", () => {
    const never = digitFromPng(seven, { normalize: "never" });
    expect(digitFromPng(seven, { normalize: "always" })).not.toEqual(never);
    // The sample has MNIST's form.
    expect(digitFromPng(seven)).toEqual(never);
  });

  it("throws an InputError for a file that is not a PNG", () => {
    expect(() => digitFromPng(new Uint8Array(9))).toThrow(InputError);
    expect(() => digitFromPng(new Uint8Array(9))).toThrow(
      expect.objectContaining({ status: 400, message: expect.stringContaining("not a PNG") }),
    );
  });

  it("throws an InputError for an image over a limit", () => {
    expect(() => digitFromPng(seven, { limits: { maxPixels: 783 } })).toThrow(
      expect.objectContaining({ status: 413 }),
    );
  });

  it.each([
    { wrong: "an ArrayBuffer", call: () => digitFromPng(new ArrayBuffer(9) as never) },
    { wrong: "a path", call: () => digitFromPng("samples/7.png" as never) },
    {
      wrong: "a way to normalise that is none",
      call: () => digitFromPng(seven, { normalize: "perhaps" as never }),
    },
  ])("throws a TypeError for $wrong", ({ call }) => {
    expect(call).toThrow(TypeError);
  });
});

describe("the adapter for Node", () => {
  it("says which file is missing, and what makes it", async () => {
    const nowhere = new URL("file:///nowhere/kernels.wasm");
    await expect(createClassifier({ kernels: nowhere, weights: nowhere })).rejects.toThrow(
      /nowhere.kernels\.wasm is missing\. .*npm run build/,
    );
  });

  it("reads the page's files", async () => {
    const { list, read } = await nodeAssets();
    expect(list["index.html"].type).toBe("text/html; charset=utf-8");
    expect(await (await read("index.html")).text()).toMatch(/^<!doctype html>/);
  });
});
