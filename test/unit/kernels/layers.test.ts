import { describe, expect, it } from "vitest";
import { seed } from "../random.ts";
import { halfRow, KernelTester, Reference, splitIndex } from "./tester.ts";

describe("splitPixels", () => {
  it.each([28, 20, 8])("widens rows of %i bytes and parts even and odd columns", (width) => {
    const tester = new KernelTester();
    const rows = 3;
    const input = tester.bytes(rows * width);
    const output = tester.output(rows * 2 * halfRow(width));
    tester.kernels.splitPixels(input.address, output.address, rows, width);
    tester.expectMarginsIntact();

    for (let y = 0; y < rows; y++) {
      for (let x = 0; x < width; x++) {
        expect(output.view[splitIndex(y, x, width)]).toBe(input.view[y * width + x]);
      }
    }
  });
});

describe("splitFloats", () => {
  it.each([12, 8, 4])("parts even and odd columns of rows of %i", (width) => {
    const tester = new KernelTester();
    const rows = 5;
    const input = tester.input(rows * width);
    const output = tester.output(rows * 2 * halfRow(width));
    tester.kernels.splitFloats(input.address, output.address, rows, width);
    tester.expectMarginsIntact();

    for (let y = 0; y < rows; y++) {
      for (let x = 0; x < width; x++) {
        expect(output.view[splitIndex(y, x, width)]).toBe(input.view[y * width + x]);
      }
    }
  });
});

describe("maxPool2d", () => {
  it.each([
    { rows: 48, width: 24 },
    { rows: 48, width: 8 },
    { rows: 2, width: 16 },
  ])("takes the largest of every 2×2 window of $rows rows of $width", ({ rows, width }) => {
    const tester = new KernelTester();
    const input = tester.input(rows * 2 * halfRow(width));
    const output = tester.output((rows / 2) * (width / 2));
    tester.kernels.maxPool2d(input.address, output.address, rows, width);
    tester.expectMarginsIntact();

    output.view.forEach((found, i) => {
      const x = 2 * (i % (width / 2));
      const y = 2 * Math.floor(i / (width / 2));
      const window = [0, 1].flatMap((dy) =>
        [0, 1].map((dx) => input.view[splitIndex(y + dy, x + dx, width)]),
      );
      expect(found).toBe(Math.max(...window));
    });
  });
});

describe("relu", () => {
  it("cuts negative values to 0 and leaves the others", () => {
    const tester = new KernelTester();
    const values = tester.input(96);
    const before = values.view.slice();
    tester.kernels.relu(values.address, before.length);
    tester.expectMarginsIntact();

    expect(values.view, `SEED=${seed}`).toEqual(before.map((value) => Math.max(value, 0)));
  });
});

describe("linear", () => {
  it.each([
    { inputs: 96, outputs: 32, layer: "fc1's shape" },
    { inputs: 32, outputs: 10, layer: "fc2's shape" },
    { inputs: 8, outputs: 1, layer: "the smallest" },
  ])("equals the sum of products: $layer", ({ inputs, outputs }) => {
    const tester = new KernelTester();
    const padded = Math.ceil(outputs / 4) * 4;
    const input = tester.input(inputs);
    const weight = tester.input(padded * inputs);
    const bias = tester.input(padded);
    const output = tester.output(padded);
    const [x, w, b, y] = [input, weight, bias, output].map(({ address }) => address);
    tester.kernels.linear(x, w, b, y, inputs, outputs);
    tester.expectMarginsIntact();

    for (let o = 0; o < outputs; o++) {
      const reference = new Reference();
      reference.add(bias.view[o]);
      for (let i = 0; i < inputs; i++) {
        reference.add(weight.view[o * inputs + i] * input.view[i]);
      }
      reference.expectNear(output.view[o], `output ${o}`);
    }
  });
});
