import { describe, expect, it } from "vitest";
import { AreaAverage } from "../../../../worker/image/AreaAverage.ts";
import { seed } from "../../random.ts";
import { targets } from "../targets.ts";
import { KernelTester } from "../tester.ts";

const WIDTHS = Array.from({ length: 70 }, (_, i) => 1 + i);
const FACTORS = [1, 2, 3, 5, 16];

/** Numbers and bytes of a square's sums. */
const LANES = 4;
const SUMS = 4 * LANES;

/** First columns and steps of Adam7's passes. */
const PASSES = [
  [0, 8],
  [4, 8],
  [2, 4],
  [1, 2],
  [0, 1],
];

/** What the kernels may overwrite behind their output. */
const OVERRUN = 4;

describe.each(targets)("addRow and means, $target", ({ module }) => {
  it.each([1, 2, 3, 4])("make the pixels that AreaAverage does, of %i channels", (channels) => {
    for (const width of WIDTHS) {
      for (const factor of FACTORS) {
        const tester = new KernelTester(module);
        const { addRow, means } = tester.kernels;
        const rows = 1 + Math.floor(factor * tester.random());
        const columns = Math.ceil(width / factor);
        // Of one value now and then, so that sums are as large as they get.
        const pixels =
          tester.random() < 0.9
            ? tester.bytes(rows * width * channels)
            : tester.integers(Uint8Array, rows * width * channels, 255, 255);
        const sums = tester.integers(Uint8Array, columns * SUMS, 0, 0);
        const output = tester.bytes(columns * channels + OVERRUN);
        for (let y = 0; y < rows; y++) {
          const row = pixels.address + y * width * channels;
          addRow(row, sums.address, width, channels, factor);
        }
        means(sums.address, output.address, width, rows, channels, factor);
        tester.expectMarginsIntact();

        const average = new AreaAverage(width, rows, factor);
        average.add(
          { width, height: rows, channels, sampleBytes: 1, data: pixels.view },
          { x: 0, y: 0, stepX: 1, stepY: 1 },
        );
        const where = `width ${width}, factor ${factor}, SEED=${seed}`;
        const found = output.view.subarray(0, columns * channels);
        expect(found, where).toEqual(average.result().data);
        expect(sums.view.every((byte) => byte === 0)).toBe(true);
      }
    }
  });
});

describe.each(targets)("addValues, $target", ({ module }) => {
  it.each([1, 2, 4, 8])("adds what values of %i bits stand for", (bits) => {
    for (const width of WIDTHS) {
      for (const factor of FACTORS) {
        const tester = new KernelTester(module);
        const values = tester.bytes(Math.ceil((width * bits) / 8));
        const table = tester.integers(Int32Array, LANES * 2 ** bits, 0, 255 * 255);
        const sums = tester.integers(Int32Array, LANES * Math.ceil(width / factor), 0, 1000);
        const expected = sums.view.slice();
        for (let x = 0; x < width; x++) {
          const bit = x * bits;
          const value = (values.view[bit >> 3] >> (8 - bits - (bit & 7))) % 2 ** bits;
          const square = LANES * Math.floor(x / factor);
          for (let c = 0; c < LANES; c++) expected[square + c] += table.view[LANES * value + c];
        }
        const [from, entries, to] = [values, table, sums].map(({ address }) => address);
        tester.kernels.addValues(from, bits, entries, to, width, factor);
        tester.expectMarginsIntact();
        expect(sums.view, `width ${width}, factor ${factor}, SEED=${seed}`).toEqual(expected);
      }
    }
  });
});

describe.each(targets)("addPass, $target", ({ module }) => {
  it.each([1, 2, 3, 4])("adds pixels that lie apart, of %i channels", (channels) => {
    for (const [x, step] of PASSES) {
      for (const factor of FACTORS) {
        const tester = new KernelTester(module);
        const width = 1 + Math.floor(70 * tester.random());
        const pixels = tester.bytes(width * channels);
        const squares = Math.floor((x + (width - 1) * step) / factor) + 1;
        const sums = tester.integers(Int32Array, LANES * squares, 0, 1000);
        const expected = sums.view.slice();
        for (let i = 0; i < width; i++) {
          const pixel = pixels.view.subarray(i * channels, (i + 1) * channels);
          const alpha = channels % 2 === 0 ? pixel[channels - 1] : 1;
          const square = LANES * Math.floor((x + i * step) / factor);
          pixel.forEach((sample, c) => {
            const isAlpha = channels % 2 === 0 && c === channels - 1;
            expected[square + c] += isAlpha ? sample : sample * alpha;
          });
        }
        tester.kernels.addPass(pixels.address, sums.address, width, channels, factor, x, step);
        tester.expectMarginsIntact();
        const where = `from ${x} by ${step}, width ${width}, factor ${factor}, SEED=${seed}`;
        // Lanes past the channels do not count.
        const counts = (_: number, i: number) => i % LANES < channels;
        expect(sums.view.filter(counts), where).toEqual(expected.filter(counts));
      }
    }
  });
});
