import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { packWeights } from "../../../weights/packWeights.ts";
import { readSafetensors } from "../../../weights/safetensors.ts";
import { createClassifier } from "../../../worker/classifier/classifier.ts";
import { readTestImages } from "../../../worker/tools/mnist.ts";
import { runTool } from "../tools/run.ts";
import { pythonWithTorch, sharedFolder } from "./shared.ts";

/** How far a logit of the integer kernels may be from PyTorch's. */
const TOLERANCE = 5e-3;

const root = new URL("../../../", import.meta.url);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "export-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the seed's weights, exported from its .pt file", () => {
  it("give PyTorch's logits for every test image, and the seed's accuracy", (context) => {
    const python = pythonWithTorch(context);
    const model = join(sharedFolder("pretrained", context), "mnist-classifier.pt");
    const mnist = sharedFolder("mnist", context);
    const weights = join(folder, "mnist-classifier.safetensors");
    const golden = join(folder, "logits.safetensors");
    run(python, "weights/export.py", model, "--out", weights);
    run(python, "test/golden/logits.py", model, "--mnist", mnist, "--out", golden);

    const kernels = new WebAssembly.Module(readFileSync(new URL("build/kernels.wasm", root)));
    const packed = new Uint8Array(packWeights(kernels, read(weights))).buffer;
    const classifier = createClassifier({ kernels, weights: packed });
    expect(classifier.metadata.description).toContain("mnist-classifier.pt");

    const expected = new Float32Array(
      readSafetensors(read(golden)).tensors.get("logits")?.data.slice().buffer ?? [],
    );
    const { count, pixels, labels } = readTestImages(mnist);
    let right = 0;
    let worst = 0;
    for (let i = 0; i < count; i++) {
      const { digit, logits } = classifier.classify(pixels.subarray(784 * i, 784 * (i + 1)));
      right += Number(digit === labels[i]);
      logits.forEach((logit, k) => {
        worst = Math.max(worst, Math.abs(logit - expected[10 * i + k]));
      });
    }
    expect(expected.length).toBe(10 * count);
    expect(worst).toBeLessThan(TOLERANCE);
    expect(right).toBe(9782);
    // The first image's logit for 7, which it is, as published with the weights.
    expect(expected[7]).toBeCloseTo(16.1604, 4);
  });
});

describe("the project's own weights", () => {
  it("have the accuracy on MNIST's test images that the model card states", (context) => {
    const mnist = sharedFolder("mnist", context);
    const { stdout } = runTool("worker/tools/evaluate.ts", "--mnist", mnist);
    const accuracy = /accuracy ([\d.]+ %)/.exec(stdout)?.[1];
    expect(accuracy).toBeDefined();
    expect(readFileSync(new URL("weights/README.md", root), "utf8")).toContain(accuracy);
  });
});

function run(python: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(python, args, { cwd: root, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
}

function read(file: string): ArrayBuffer {
  return new Uint8Array(readFileSync(file)).buffer;
}
