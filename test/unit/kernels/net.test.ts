import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readWeights } from "../../../weights/parameters.ts";
import { quantiseConvolutions } from "../../../weights/quantise.ts";
import { readSafetensors } from "../../../weights/safetensors.ts";
import { bindKernels, PIXELS } from "../../../worker/classifier/kernels.ts";
import { readPackedWeights } from "../../../worker/classifier/packedWeights.ts";
import { digest } from "../../../worker/files/digest.ts";
import { targets } from "./targets.ts";

/** Of the largest value that PyTorch has in the layer: the convolutions compute in 16 bits. */
const TOLERANCE = 5e-4;

const root = new URL("../../../", import.meta.url);
const weightsFile = readFileSync(new URL("build/mnist-classifier.safetensors", root));
const golden = readSafetensors(
  toBuffer(readFileSync(new URL("test/golden/layers.safetensors", root))),
);
const images = golden.tensors.get("pixels")?.shape[0] ?? 0;

const packed = readPackedWeights(
  toBuffer(readFileSync(new URL("build/mnist-classifier.bin", root))),
);
const { conv1, conv2 } = quantiseConvolutions(readWeights(toBuffer(weightsFile)).parameters);
const units = (channels: { unit: number }[]) => channels.map(({ unit }) => unit);

/** The layers' outputs; for those of convolutions what 1 stands for in each channel. */
const layers = [
  { name: "pool1", count: 2 * 12 * 12, type: Int32Array, units: units(conv1) },
  { name: "pool2", count: 6 * 4 * 4, type: Float32Array, units: units(conv2) },
  { name: "fc1", count: 32, type: Float32Array, units: [1] },
  { name: "logits", count: 10, type: Float32Array, units: [1] },
];

describe("the golden tensors", () => {
  it("are of these very weights", () => {
    expect(golden.metadata.weights_sha512, "dump them again: python3 test/golden/dump.py").toBe(
      digest(weightsFile),
    );
    expect(images).toBeGreaterThan(0);
  });
});

describe.each(targets)("the net, $target", ({ module }) => {
  it.each(layers)("computes $name as PyTorch does", ({ name, count, type, units }) => {
    const instance = new WebAssembly.Instance(module);
    const net = bindKernels(instance, packed);
    const exports = instance.exports as Record<string, WebAssembly.Global> & {
      memory: WebAssembly.Memory;
    };
    const found = new type(exports.memory.buffer, exports[name].value, count);

    for (let image = 0; image < images; image++) {
      net.pixels.set(tensor("pixels").subarray(image * PIXELS, (image + 1) * PIXELS));
      found.fill(-1);
      net.forward();

      const expected = new Float32Array(
        tensor(name).slice(4 * image * count, 4 * (image + 1) * count).buffer,
      );
      const largest = Math.max(...expected.map(Math.abs));
      expected.forEach((value, i) => {
        const computed = found[i] * units[Math.floor((i * units.length) / count)];
        expect(
          Math.abs(computed - value) <= TOLERANCE * largest,
          `image ${image}, value ${i}: ${computed}, expected ${value}`,
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
