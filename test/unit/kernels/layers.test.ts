import { describe, expect, it } from "vitest";
import { seed } from "../random.ts";
import { OUTPUT_TILE, ROW_NUMBERS, targets } from "./targets.ts";
import { KernelTester, Reference } from "./tester.ts";

describe.each(targets)("pairPixels, $target", ({ module }) => {
  it("widens rows of 28 pixels", () => {
    const tester = new KernelTester(module);
    const input = tester.integers(Uint8Array, 3 * 28, 0, 255);
    const output = tester.integers(Int16Array, 3 * ROW_NUMBERS, 0, 0);
    tester.kernels.pairPixels(input.address, output.address, 3);
    tester.expectMarginsIntact();

    for (let y = 0; y < 3; y++) {
      const row = Array.from(output.view.subarray(ROW_NUMBERS * y, ROW_NUMBERS * y + 28));
      expect(row, `SEED=${seed}`).toEqual(Array.from(input.view.subarray(28 * y, 28 * y + 28)));
    }
  });
});

describe.each(targets)("pairChannels, $target", ({ module }) => {
  it.each([
    { rows: 12, width: 12, shift: 11 },
    { rows: 1, width: 4, shift: 0 },
  ])("shifts $rows rows of $width by $shift bits and pairs them", ({ rows, width, shift }) => {
    const tester = new KernelTester(module);
    const input = tester.integers(Int32Array, 2 * rows * width, 0, 2 ** (shift + 15) - 1);
    const output = tester.integers(Int16Array, rows * ROW_NUMBERS, 0, 0);
    tester.kernels.pairChannels(input.address, output.address, rows, width, shift);
    tester.expectMarginsIntact();

    input.view.forEach((value, i) => {
      const channel = Math.floor(i / (rows * width));
      const y = Math.floor(i / width) % rows;
      const at = y * ROW_NUMBERS + 2 * (i % width) + channel;
      expect(output.view[at], `SEED=${seed}`).toBe(value >> shift);
    });
  });
});

describe.each(targets)("toFloats, $target", ({ module }) => {
  it("gives the nearest float of each whole number", () => {
    const tester = new KernelTester(module);
    const input = tester.integers(Int32Array, 96, -(2 ** 31), 2 ** 31 - 1);
    const output = tester.output(96);
    tester.kernels.toFloats(input.address, output.address, 96);
    tester.expectMarginsIntact();
    expect(output.view, `SEED=${seed}`).toEqual(Float32Array.from(input.view));
  });
});

describe.each(targets)("relu, $target", ({ module }) => {
  it("cuts negative values to 0 and leaves the others", () => {
    const tester = new KernelTester(module);
    const values = tester.input(96);
    const before = values.view.slice();
    tester.kernels.relu(values.address, before.length);
    tester.expectMarginsIntact();

    expect(values.view, `SEED=${seed}`).toEqual(before.map((value) => Math.max(value, 0)));
  });
});

describe.each(targets)("linear, $target", ({ module }) => {
  it.each([
    { inputs: 96, outputs: 32, layer: "fc1's shape" },
    { inputs: 32, outputs: OUTPUT_TILE, layer: "fc2's shape" },
    { inputs: 2, outputs: OUTPUT_TILE, layer: "the smallest" },
  ])("equals the sum of products: $layer", ({ inputs, outputs }) => {
    const tester = new KernelTester(module);
    const input = tester.input(inputs);
    const weight = tester.input(outputs * inputs);
    const bias = tester.input(outputs);
    const output = tester.output(outputs);
    const [x, w, b, y] = [input, weight, bias, output].map(({ address }) => address);
    tester.kernels.linear(x, w, b, y, inputs, outputs);
    tester.expectMarginsIntact();

    for (let o = 0; o < outputs; o++) {
      const reference = new Reference();
      reference.add(bias.view[o]);
      for (let i = 0; i < inputs; i++) {
        const at = (Math.floor(o / OUTPUT_TILE) * inputs + i) * OUTPUT_TILE + (o % OUTPUT_TILE);
        reference.add(weight.view[at] * input.view[i]);
      }
      reference.expectNear(output.view[o], `output ${o}`);
    }
  });
});

describe.each(targets)("unpackLinear, $target", ({ module }) => {
  it("gives each weight in its output's unit", () => {
    const tester = new KernelTester(module);
    const packed = tester.integers(Int16Array, 32 * 96, -(2 ** 15), 2 ** 15 - 1);
    const unit = tester.input(32);
    const weight = tester.output(32 * 96);
    tester.kernels.unpackLinear(packed.address, unit.address, weight.address, 96, 32);
    tester.expectMarginsIntact();

    const unitOf = (i: number) =>
      unit.view[OUTPUT_TILE * Math.floor(i / (OUTPUT_TILE * 96)) + (i % OUTPUT_TILE)];
    const expected = Float32Array.from(packed.view, (value, i) => value * unitOf(i));
    expect(weight.view, `SEED=${seed}`).toEqual(expected);
  });
});
