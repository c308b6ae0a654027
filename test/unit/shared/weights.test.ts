import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { packWeights } from "../../../weights/packWeights.ts";
import { readSafetensors } from "../../../weights/safetensors.ts";
import { bindClassifier, type Classifier } from "../../../worker/classifier/classifier.ts";
import { CLASSES, PIXELS } from "../../../worker/classifier/kernels.ts";
import { runTool } from "../commands/run.ts";
import { pythonWithTorch, sharedFolder } from "./shared.ts";

/** How far a logit of the integer kernels may be from PyTorch's. */
const TOLERANCE = 5e-3;

/** Images at once. */
const BATCH = 1000;

const root = new URL("../../../", import.meta.url);
const OWN = "weights/mnist-classifier.safetensors";
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "export-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the seed's weights, exported from its .pt file", () => {
  it("give PyTorch's logits for every test image, and the seed's accuracy", (context) => {
    const python = pythonWithTorch(context);
    const model = join(sharedFolder("pretrained", context), "mnist-classifier.pt");
    const weights = join(folder, "mnist-classifier.safetensors");
    run(python, "weights/export.py", model, "--out", weights);
    const classifier = load(weights);
    expect(classifier.metadata.description).toContain("mnist-classifier.pt");

    const golden = pytorch(python, model, sharedFolder("mnist", context), "t10k");
    const { worst, right, close } = compare(classifier, golden);
    expect(worst).toBeLessThan(TOLERANCE);
    expect(right).toBe(9782);
    expect(close).toEqual([1247, 4740, 6011]);
    // The first image's logit for 7, which it is, as published with the weights.
    expect(golden.logits[7]).toBeCloseTo(16.1604, 4);
  });
});

describe("the project's own weights", () => {
  it.for([
    ["t10k", 10_000, []],
    ["train", 60_000, [11734, 17772, 32747, 41199, 42140, 52048, 54756, 57683, 57808]],
  ] as const)("give PyTorch's logits for every image of %s", ([split, count, close], context) => {
    const python = pythonWithTorch(context);
    const golden = pytorch(python, OWN, sharedFolder("mnist", context), split);
    const found = compare(load(new URL(OWN, root)), golden);
    console.log(`${split}: a logit is at most ${found.worst.toFixed(5)} from PyTorch's`);
    expect(found.count).toBe(count);
    expect(found.worst).toBeLessThan(TOLERANCE);
    expect(found.close).toEqual(close);
  });

  it.for([
    ["optdigits-validation", 940],
    ["pendigits-validation", 3_490],
    ["swiss-validation", 2_390],
  ] as const)(
    "give PyTorch's logits for every image of %s, normalised, of which %s are made out",
    ([pair, least], context) => {
      const python = pythonWithTorch(context);
      const normalised = join(folder, "hands");
      const hands = sharedFolder("hands", context);
      runTool("worker/commands/normalise/normalise.ts", hands, normalised, "--set", pair);
      const found = compare(load(new URL(OWN, root)), pytorch(python, OWN, normalised, pair));
      expect(found.count).toBeGreaterThanOrEqual(least);
      expect(found.worst).toBeLessThan(TOLERANCE);
      expect(found.close.length).toBeLessThan(0.005 * found.count);
    },
  );

  it("have the accuracy on MNIST's test images that the model card states", (context) => {
    const mnist = sharedFolder("mnist", context);
    const { stdout } = runTool("worker/commands/evaluate/evaluate.ts", "--mnist", mnist);
    const accuracy = /accuracy ([\d.]+ %)/.exec(stdout)?.[1];
    expect(accuracy).toBeDefined();
    expect(readFileSync(new URL("weights/README.md", root), "utf8")).toContain(accuracy);
  });
});

/** Images with PyTorch's logits [N][10]. */
interface Golden {
  pixels: Uint8Array;
  labels: Uint8Array;
  logits: Float32Array;
}

function pytorch(python: string, model: string, idx: string, pair: string): Golden {
  const out = join(folder, "logits.safetensors");
  run(python, "test/golden/logits.py", model, "--idx", idx, "--pair", pair, "--out", out);
  const { tensors } = readSafetensors(read(out));
  const bytes = (name: string) => tensors.get(name)?.data ?? expect.fail(`no ${name}`);
  const logits = new Float32Array(bytes("logits").slice().buffer);
  return { pixels: bytes("pixels"), labels: bytes("labels"), logits };
}

/**
 * Classifies the images, and expects PyTorch's class wherever its two best logits are farther apart
 * than both may be off.
 *
 * @returns the worst difference of a logit, how many images are right, and those that are too close
 */
function compare(classifier: Classifier, { pixels, labels, logits }: Golden) {
  const result = { count: labels.length, worst: 0, right: 0, close: [] as number[] };
  for (let start = 0; start < labels.length; start += BATCH) {
    const batch = pixels.subarray(PIXELS * start, PIXELS * (start + BATCH));
    classifier.classifyBatch(batch, batch.length / PIXELS).forEach((found, k) => {
      const i = start + k;
      const expected = logits.subarray(CLASSES * i, CLASSES * (i + 1));
      found.logits.forEach((logit, digit) => {
        result.worst = Math.max(result.worst, Math.abs(logit - expected[digit]));
      });
      result.right += Number(found.digit === labels[i]);
      const [best, second] = expected.toSorted((a, b) => b - a);
      if (best - second <= 2 * TOLERANCE) result.close.push(i);
      else expect(found.digit, `image ${i}`).toBe(expected.indexOf(best));
    });
  }
  return result;
}

function load(weights: string | URL): Classifier {
  const kernels = new WebAssembly.Module(readFileSync(new URL("build/kernels.wasm", root)));
  const packed = new Uint8Array(packWeights(kernels, read(weights))).buffer;
  return bindClassifier({ kernels, weights: packed });
}

function run(python: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(python, args, { cwd: root, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
}

function read(file: string | URL): ArrayBuffer {
  return new Uint8Array(readFileSync(file)).buffer;
}
