import { describe, expect, it } from "vitest";
import { seed } from "../../random.ts";
import { targets } from "../targets.ts";
import { KernelTester } from "../tester.ts";
import { naiveUnfilter } from "./naiveUnfilter.ts";

const WIDTHS = Array.from({ length: 70 }, (_, i) => 1 + i);
const FILTERS = [0, 1, 2, 3, 4];

/** What it may overwrite behind its output. */
const OVERRUN = 16;

/** Bits of a pixel, of every colour type and depth. */
const PIXEL_BITS = [1, 2, 4, 8, 16, 24, 32, 48, 64];

describe.each(targets)("unfilter, $target", ({ module }) => {
  it.each(PIXEL_BITS)("undoes every filter of pixels of %i bits, at every width", (bits) => {
    const pixelBytes = Math.max(1, bits / 8);
    for (const width of WIDTHS) {
      const tester = new KernelTester(module);
      const rowBytes = Math.ceil((width * bits) / 8);
      // Each after itself and after every other.
      const filters = FILTERS.flatMap((first) => FILTERS.flatMap((next) => [first, next]));
      const rows = filters.length;
      const source = tester.bytes(rows * (1 + rowBytes));
      filters.forEach((filter, y) => {
        source.view[y * (1 + rowBytes)] = filter;
      });
      const area = tester.bytes(rowBytes + rows * rowBytes + OVERRUN);
      const above = area.view.slice(0, rowBytes);
      const output = area.address + rowBytes;
      const expected = naiveUnfilter(source.view, above, rows, pixelBytes);
      expect(tester.kernels.unfilter(source.address, output, rowBytes, rows, pixelBytes)).toBe(0);
      tester.expectMarginsIntact();
      const found = area.view.subarray(rowBytes, rowBytes + expected.length);
      expect(Buffer.compare(found, expected), `width ${width}, SEED=${seed}`).toBe(0);
      expect(area.view.subarray(0, rowBytes)).toEqual(above);
    }
  });

  it("stops at a filter type that does not exist, and names it", () => {
    const tester = new KernelTester(module);
    const source = tester.integers(Uint8Array, 3 * 5, 0, 0);
    const output = tester.bytes(4 * 4 + OVERRUN);
    source.view[5] = 7;
    source.view[10] = 255;
    const { unfilter } = tester.kernels;
    expect(unfilter(source.address, output.address + 4, 4, 3, 1)).toBe(7);
    expect(unfilter(source.address, output.address + 4, 4, 1, 1)).toBe(0);
  });
});
