import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createClassifier } from "../../../worker/classifier/classifier.ts";
import { readTestImages } from "../../../worker/tools/idx.ts";
import { runTool } from "../tools/run.ts";
import { pythonWithTorch, sharedFolder } from "./shared.ts";

const root = new URL("../../../", import.meta.url);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "export-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("somebody else's weights", () => {
  /** PyTorch's logits of the seed's weights for the first test image, a 7. */
  const LOGITS = [
    -0.0798, -3.284, 3.7301, 2.0337, -3.4896, -6.2096, -14.619, 16.1604, -2.2124, 2.7223,
  ];

  it("are exported from the seed's .pt file, and give PyTorch's logits", (context) => {
    const model = join(sharedFolder("pretrained", context), "mnist-classifier.pt");
    const { pixels } = readTestImages(sharedFolder("mnist", context));
    const python = pythonWithTorch(context);

    const file = join(folder, "mnist-classifier.safetensors");
    const { status, stderr } = spawnSync(python, ["weights/export.py", model, "--out", file], {
      cwd: root,
      encoding: "utf8",
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });

    const kernels = new WebAssembly.Module(readFileSync(new URL("build/kernels.wasm", root)));
    const classifier = createClassifier({
      kernels,
      weights: new Uint8Array(readFileSync(file)).buffer,
    });
    expect(classifier.metadata.description).toContain("mnist-classifier.pt");
    const { logits } = classifier.classify(pixels.subarray(0, 784));
    logits.forEach((logit, digit) => {
      expect(Math.abs(logit - LOGITS[digit]), `logit ${digit}: ${logit}`).toBeLessThan(1e-4);
    });
  });
});

describe("the project's own weights", () => {
  it("have the accuracy on MNIST's test images that the model card states", (context) => {
    const { stdout } = runTool(
      "worker/tools/evaluate.ts",
      "--mnist",
      sharedFolder("mnist", context),
    );
    const accuracy = /accuracy ([\d.]+ %)/.exec(stdout)?.[1];
    expect(accuracy).toBeDefined();
    expect(readFileSync(new URL("weights/README.md", root), "utf8")).toContain(accuracy);
  });
});
