import { describe, expect, it } from "vitest";
import { AreaAverage } from "../../../../worker/image/AreaAverage.ts";
import { seed } from "../../random.ts";
import { targets } from "../targets.ts";
import { KernelTester } from "../tester.ts";

const WIDTHS = Array.from({ length: 70 }, (_, i) => 1 + i);
const FACTORS = [1, 2, 3, 5, 16];

/** Bytes of a square's sums. */
const SUMS = 16;

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
