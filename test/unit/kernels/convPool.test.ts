import { describe, expect, it } from "vitest";
import { seed } from "../random.ts";
import { ROW_NUMBERS, targets, VECTOR } from "./targets.ts";
import { KernelTester } from "./tester.ts";

const WINDOW = 5;

/** Two outputs at a time: neighbours' pairs lie so many numbers apart, and the odd ones' behind. */
const across = { step: 1, right: 2, name: "pairs of neighbouring pixels" };
const channels = { step: 2, right: VECTOR, name: "pairs of two channels" };

describe.each(targets)("convPool, $target", ({ module }) => {
  it.each([
    { ...across, columns: 3, outChannels: 2, blocks: 3, pooledRows: 12, layer: "conv1's shape" },
    { ...channels, columns: 5, outChannels: 6, blocks: 1, pooledRows: 4, layer: "conv2's shape" },
    { ...across, columns: 1, outChannels: 4, blocks: 1, pooledRows: 1, layer: "the smallest" },
  ])(
    "equals the largest sum of each square: $layer, $name",
    ({ step, right, columns, outChannels, blocks, pooledRows }) => {
      const tester = new KernelTester(module);
      const rows = 2 * pooledRows + WINDOW - 1;
      const input = tester.integers(Int16Array, rows * ROW_NUMBERS, 0, 2 ** 14);
      const pairs = outChannels * columns * WINDOW;
      const weight = tester.integers(Int16Array, 2 * pairs, -(2 ** 12), 2 ** 12);
      const bias = tester.integers(Int32Array, outChannels, -(2 ** 20), 2 ** 20);
      const output = tester.integers(Int32Array, outChannels * pooledRows * blocks * 4, 0, 0);
      tester.kernels.convPool(
        input.address,
        weight.address,
        bias.address,
        output.address,
        outChannels,
        columns,
        right,
        blocks,
        pooledRows,
      );
      tester.expectMarginsIntact();

      /** The sum at one place, before pooling. */
      const sum = (channel: number, y: number, x: number) => {
        let total = bias.view[channel];
        for (let column = 0; column < columns; column++) {
          for (let row = 0; row < WINDOW; row++) {
            // Two channels lie side by side, column by column.
            const half = 2 * (Math.floor(channel / 2) * columns + column) + (channel % 2);
            const w = 2 * (half * WINDOW + row);
            const at = (y + row) * ROW_NUMBERS + step * x + 2 * column;
            total += weight.view[w] * input.view[at] + weight.view[w + 1] * input.view[at + 1];
          }
        }
        return total;
      };
      const width = 4 * blocks;
      const expected = output.view.map((_, i) => {
        const channel = Math.floor(i / (width * pooledRows));
        const y = 2 * (Math.floor(i / width) % pooledRows);
        const x = 2 * (i % width);
        const square = [sum(channel, y, x), sum(channel, y, x + 1)];
        square.push(sum(channel, y + 1, x), sum(channel, y + 1, x + 1));
        return Math.max(0, ...square);
      });
      expect(output.view, `SEED=${seed}`).toEqual(expected);
    },
  );
});
