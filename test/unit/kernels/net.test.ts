import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bindKernels } from "../../../worker/classifier/kernels.ts";
import { readSafetensors } from "../../../worker/classifier/safetensors.ts";
import { readWeights } from "../../../worker/classifier/weights.ts";
import { halfRow, splitIndex } from "./tester.ts";

/** Of the largest value that PyTorch has in the layer. */
const TOLERANCE = 1e-5;

const root = new URL("../../../", import.meta.url);
const weightsFile = readFileSync(new URL("build/mnist-classifier.safetensors", root));
const golden = readSafetensors(
  toBuffer(readFileSync(new URL("test/golden/layers.safetensors", root))),
);
const images = golden.tensors.get("pixels")?.shape[0] ?? 0;

/** The layers' outputs, and for convolutions the width of the rows, which are split. */
const layers = [
  { name: "conv1", count: 2 * 24 * 24, splitWidth: 24 },
  { name: "pool1", count: 2 * 12 * 12 },
  { name: "conv2", count: 6 * 8 * 8, splitWidth: 8 },
  { name: "pool2", count: 6 * 4 * 4 },
  { name: "fc1", count: 32 },
  { name: "logits", count: 10 },
];

describe("the net", () => {
  it("has golden tensors of these very weights", () => {
    const digest = createHash("sha512").update(weightsFile).digest("hex");
    expect(golden.metadata.weights_sha512, "dump them again: python3 test/golden/dump.py").toBe(
      digest,
    );
    expect(images).toBeGreaterThan(0);
  });

  it.each(layers)("computes $name as PyTorch does", ({ name, count, splitWidth }) => {
    const module = new WebAssembly.Module(readFileSync(new URL("build/kernels.wasm", root)));
    const instance = new WebAssembly.Instance(module);
    const net = bindKernels(instance, readWeights(toBuffer(weightsFile)));
    const { memory, [name]: address } = instance.exports as unknown as Record<
      string,
      WebAssembly.Global
    > & {
      memory: WebAssembly.Memory;
    };
    const stored = splitWidth ? (count / splitWidth) * 2 * halfRow(splitWidth) : count;
    const found = new Float32Array(memory.buffer, address.value, stored);

    for (let image = 0; image < images; image++) {
      net.pixels.set(tensor("pixels").subarray(image * 784, (image + 1) * 784));
      found.fill(Number.NaN);
      net.forward();

      const expected = new Float32Array(
        tensor(name).slice(4 * image * count, 4 * (image + 1) * count).buffer,
      );
      const largest = Math.max(...expected.map(Math.abs));
      expected.forEach((value, i) => {
        const at = splitWidth
          ? splitIndex(Math.floor(i / splitWidth), i % splitWidth, splitWidth)
          : i;
        const error = Math.abs(found[at] - value);
        expect(
          error <= TOLERANCE * largest,
          `image ${image}, value ${i}: ${found[at]}, expected ${value}`,
        ).toBe(true);
      });
    }
  });
});

function tensor(name: string): Uint8Array {
  return golden.tensors.get(name)?.data ?? expect.fail(`no golden tensor ${name}`);
}

function toBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
