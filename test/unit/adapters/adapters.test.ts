import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createClassifier, createJpegDecoder, nodeAssets } from "../../../worker/adapters/node.ts";
import { digitFromPng } from "../../../worker/adapters/pixelsFromImage.ts";
import { readDigits } from "../../../worker/adapters/readDigits.ts";
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

describe("readDigits", async () => {
  const classifier = await createClassifier();
  const number = readFileSync("samples/90210_42-two-lines.png");

  it("answers the lines of digits, each digit with its probability and box", () => {
    const { text, probability, lines } = readDigits(number, classifier);
    expect(text).toBe("90210\n42");
    expect(probability).toBeGreaterThan(0);
    expect(lines.map((line) => line.text)).toEqual(["90210", "42"]);
    for (const { prediction, probability, detection_box } of lines.flatMap(
      ({ digits }) => digits,
    )) {
      expect(text).toContain(`${prediction}`);
      expect(probability).toBeGreaterThan(0);
      const [ymin, xmin, ymax, xmax] = detection_box;
      expect(ymin).toBeLessThan(ymax);
      expect(xmin).toBeLessThan(xmax);
    }
  });

  it("leaves out digits below threshold", () => {
    const { text, lines } = readDigits(seven, classifier, { threshold: 1 });
    expect({ text, lines }).toEqual({ text: "", lines: [] });
  });

  it("reads a JPEG where it is given the decoder", async () => {
    const photograph = readFileSync("samples/4-photograph-lying.jpg");
    const decodeJpeg = await createJpegDecoder();
    expect(readDigits(photograph, classifier, { decodeJpeg }).text).toBe("4");
    expect(() => readDigits(photograph, classifier)).toThrow(InputError);
  });

  it("throws an InputError for an image over a limit", () => {
    expect(() => readDigits(seven, classifier, { limits: { maxPixels: 783 } })).toThrow(
      expect.objectContaining({ status: 413 }),
    );
  });

  it.each([
    { wrong: "an ArrayBuffer", file: new ArrayBuffer(9), options: {} },
    { wrong: "a threshold over 1", file: seven, options: { threshold: 50 } },
    { wrong: "a threshold that is not a number", file: seven, options: { threshold: Number.NaN } },
  ])("throws a TypeError for $wrong", ({ file, options }) => {
    expect(() => readDigits(file as Uint8Array, classifier, options)).toThrow(TypeError);
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
