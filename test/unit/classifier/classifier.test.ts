import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bindClassifier } from "../../../worker/classifier/classifier.ts";
import { readPackedWeights, writePackedWeights } from "../../../worker/classifier/packedWeights.ts";

const root = new URL("../../../", import.meta.url);
const read = (path: string) => new Uint8Array(readFileSync(new URL(path, root))).buffer;
const kernels = new WebAssembly.Module(read("build/kernels.wasm"));
const weights = read("build/mnist-classifier.bin");
const classifier = bindClassifier({ kernels, weights });

/** Three images that differ. */
const pixels = new Uint8Array(3 * 784).map((_, i) => (i * i) >> 5);
const images = [0, 1, 2].map((i) => pixels.subarray(784 * i, 784 * (i + 1)));

describe("bindClassifier", () => {
  it("answers probabilities that belong to the logits, and keeps nothing between calls", () => {
    const first = classifier.classify(images[0]);
    classifier.classify(new Uint8Array(784).fill(255));
    expect(classifier.classify(images[0])).toEqual(first);

    const powers = Array.from(first.logits, Math.exp);
    const sum = powers.reduce((total, power) => total + power);
    first.probabilities.forEach((p, i) => {
      expect(p).toBeCloseTo(powers[i] / sum, 6);
    });
    expect(first.probability).toBe(Math.max(...first.probabilities));
    expect(first.digit).toBe(first.logits.indexOf(Math.max(...first.logits)));
  });

  it("runs the net alone: features and logits of an image", () => {
    const bytes = (length: number) => new Uint8Array(length);
    const [first, second] = images.map((pixels) => classifier.forward(pixels, bytes));
    expect(first.logits).toEqual(classifier.classify(images[0]).logits);
    expect(first.features).toHaveLength(96);
    expect(second.features).not.toEqual(first.features);
    expect(classifier.forward(images[0], bytes)).toEqual(first);
    expect(Math.min(...first.features, ...second.features)).toBeGreaterThanOrEqual(0);
  });

  it("classifies several images as it does each by itself", () => {
    const batch = classifier.classifyBatch(pixels, 3);
    expect(batch).toEqual(images.map((image) => classifier.classify(image)));
    expect(new Set(batch.map(({ logits }) => logits[0])).size).toBe(3);
    expect(classifier.classifyBatch(new Uint8Array(0), 0)).toEqual([]);
  });

  it("refuses any other count of pixels", () => {
    expect(() => classifier.classify(images[0].subarray(1))).toThrow(
      "783 pixels, expected 28×28 = 784",
    );
    expect(() => classifier.classifyBatch(pixels, 2)).toThrow(
      "2352 pixels, expected 2×28×28 = 1568",
    );
  });

  it("stays finite where logits are large", () => {
    const { metadata, parameters } = readPackedWeights(weights.slice());
    // fc2 lies at the end.
    const { parameters: start, fc2Weight } = new WebAssembly.Instance(kernels).exports as Record<
      string,
      WebAssembly.Global
    >;
    const fc2 = new Float32Array(parameters.slice(fc2Weight.value - start.value).buffer);
    const large = parameters.slice();
    large.set(new Uint8Array(fc2.map((w) => 1e4 * w).buffer), large.length - fc2.byteLength);
    const file = new Uint8Array(writePackedWeights({ metadata, parameters: large })).buffer;
    const { probabilities } = bindClassifier({ kernels, weights: file }).classify(images[1]);
    expect(Array.from(probabilities).every(Number.isFinite)).toBe(true);
  });
});

describe("packed weights", () => {
  const faults: [string, ArrayBuffer, RegExp][] = [
    ["an empty file", new ArrayBuffer(0), /these 0 bytes are not packed weights/],
    ["a safetensors file", read("weights/mnist-classifier.safetensors"), /are not packed weights/],
    ["metadata that are cut", weights.slice(0, 100), /these 100 bytes are not packed weights/],
    ["parameters that are cut", weights.slice(0, -4), /parameters, the kernels read/],
    ["bytes behind the parameters", concat(weights, new ArrayBuffer(16)), /the kernels read/],
  ];

  it.each(faults)("refuses %s", (_, file, message) => {
    expect(() => bindClassifier({ kernels, weights: file })).toThrow(message);
  });
});

function concat(...buffers: ArrayBuffer[]): ArrayBuffer {
  return new Uint8Array(Buffer.concat(buffers.map((buffer) => new Uint8Array(buffer)))).buffer;
}
