import { describe, expect, it } from "vitest";
import { seed } from "../../random.ts";
import { targets } from "../targets.ts";
import { KernelTester } from "../tester.ts";

const WIDTHS = Array.from({ length: 70 }, (_, i) => 1 + i);
const HEIGHT = 3;

/** What the kernels may overwrite behind their output. */
const OVERRUN = 16;

describe.each(targets)("lookUp, $target", ({ module }) => {
  const cases = [1, 2, 4, 8].flatMap((bits) =>
    [1, 2, 3, 4].map((channels) => ({ bits, channels })),
  );

  it.each(cases)("finds the $channels channels of values of $bits bits", ({ bits, channels }) => {
    for (const width of WIDTHS) {
      const tester = new KernelTester(module);
      const rowBytes = Math.ceil((width * bits) / 8);
      const rows = tester.bytes(HEIGHT * rowBytes);
      const table = tester.bytes(4 * 2 ** bits);
      const size = HEIGHT * width * channels;
      const output = tester.bytes(size + OVERRUN);
      const [from, entries, to] = [rows, table, output].map(({ address }) => address);
      tester.kernels.lookUp(from, bits, width, HEIGHT, entries, channels, to);
      tester.expectMarginsIntact();

      const expected = Uint8Array.from({ length: size }, (_, i) => {
        const pixel = Math.floor(i / channels);
        const bit = bits * (pixel % width);
        const byte = rows.view[Math.floor(pixel / width) * rowBytes + (bit >> 3)];
        const value = (byte >> (8 - bits - (bit & 7))) % 2 ** bits;
        return table.view[4 * value + (i % channels)];
      });
      expect(output.view.subarray(0, size), `width ${width}, SEED=${seed}`).toEqual(expected);
    }
  });
});

describe.each(targets)("highBytes, $target", ({ module }) => {
  it("takes the first of every two bytes", () => {
    for (const count of WIDTHS) {
      const tester = new KernelTester(module);
      const samples = tester.bytes(2 * count);
      const output = tester.bytes(count + OVERRUN);
      tester.kernels.highBytes(samples.address, output.address, count);
      tester.expectMarginsIntact();
      const expected = samples.view.filter((_, i) => i % 2 === 0);
      expect(output.view.subarray(0, count), `SEED=${seed}`).toEqual(expected);
    }
  });
});

describe.each(targets)("addAlpha, $target", ({ module }) => {
  const cases = [1, 3].flatMap((channels) =>
    [1, 2].map((sampleBytes) => ({ channels, sampleBytes })),
  );

  it.each(cases)(
    "makes one colour clear of $channels channels of $sampleBytes bytes",
    ({ channels, sampleBytes }) => {
      const pixelBytes = channels * sampleBytes;
      for (const count of WIDTHS) {
        const tester = new KernelTester(module);
        // Few colours, so that some are the clear one or nearly so.
        const pixels = tester.integers(Uint8Array, count * pixelBytes, 7, 8);
        const key = tester.integers(Uint8Array, 8, 7, 8);
        const size = count * (channels + 1);
        const output = tester.bytes(size + OVERRUN);
        const [from, clear, to] = [pixels, key, output].map(({ address }) => address);
        tester.kernels.addAlpha(from, clear, count, channels, sampleBytes, to);
        tester.expectMarginsIntact();

        const expected = Array.from({ length: count }, (_, i) => {
          const pixel = pixels.view.subarray(i * pixelBytes, (i + 1) * pixelBytes);
          const isClear = pixel.every((byte, k) => byte === key.view[k]);
          return [...pixel.filter((_, k) => k % sampleBytes === 0), isClear ? 0 : 255];
        });
        expect([...output.view.subarray(0, size)], `SEED=${seed}`).toEqual(expected.flat());
      }
    },
  );
});
