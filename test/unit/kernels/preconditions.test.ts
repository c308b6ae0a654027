import { describe, expect, it } from "vitest";
import { debug, OUTPUT_TILE, ROW, VECTOR } from "./targets.ts";
import { KernelTester } from "./tester.ts";

/** Calls with one wrong argument each; `at` is the address of a tensor that is large enough. */
const wrong: Record<string, (kernels: KernelTester["kernels"], at: number) => void> = {
  "pairPixels of no rows": ({ pairPixels }, at) => pairPixels(at, at, 0),
  "pairChannels of half a vector": ({ pairChannels }, at) => pairChannels(at, at, 1, 6, 0),
  "pairChannels of rows that are too long": ({ pairChannels }, at) =>
    pairChannels(at, at, 1, ROW / 4 + 4, 0),
  "pairChannels with a shift of all bits": ({ pairChannels }, at) => pairChannels(at, at, 1, 4, 32),
  "convPool of an odd number of channels": ({ convPool }, at) =>
    convPool(at, at, at, at, 1, 1, 2, 1, 1),
  "convPool without columns": ({ convPool }, at) => convPool(at, at, at, at, 2, 0, 2, 1, 1),
  "convPool of neither layout": ({ convPool }, at) => convPool(at, at, at, at, 2, 1, 4, 1, 1),
  "convPool past the end of a row": ({ convPool }, at) =>
    convPool(at, at, at, at, 2, 1, VECTOR, ROW / VECTOR, 1),
  "toFloats of half a vector": ({ toFloats }, at) => toFloats(at, at, 2),
  "relu of half a vector": ({ relu }, at) => relu(at, 2),
  "linear of an odd number of inputs": ({ linear }, at) => linear(at, at, at, at, 3, OUTPUT_TILE),
  "linear of half a tile": ({ linear }, at) => linear(at, at, at, at, 2, OUTPUT_TILE / 2),
  "unpackLinear without inputs": ({ unpackLinear }, at) => unpackLinear(at, at, at, 0, OUTPUT_TILE),
  "unpackLinear of half a tile": ({ unpackLinear }, at) =>
    unpackLinear(at, at, at, 2, OUTPUT_TILE / 2),
};

describe("a kernel with assertions", () => {
  it.each(Object.entries(wrong))("refuses %s", (_, call) => {
    const tester = new KernelTester(debug.module);
    const { address } = tester.output(1024);
    expect(() => call(tester.kernels, address)).toThrow("unreachable");
  });

  it("refuses sums that are more than 15 bits", () => {
    const tester = new KernelTester(debug.module);
    const input = tester.integers(Int32Array, 8, 0, 2 ** 15 - 1);
    const output = tester.integers(Int16Array, ROW / 2, 0, 0);
    const pair = () => tester.kernels.pairChannels(input.address, output.address, 1, 4, 0);
    expect(pair).not.toThrow();
    input.view[5] = 2 ** 15;
    expect(pair).toThrow("unreachable");
    input.view[5] = -1;
    expect(pair).toThrow("unreachable");
  });
});
