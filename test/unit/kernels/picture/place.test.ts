import { describe, expect, it } from "vitest";
import { seed } from "../../random.ts";
import { targets } from "../targets.ts";
import { KernelTester } from "../tester.ts";

describe.each(targets)("place, $target", ({ module }) => {
  it.each([1, 2, 3, 4])("spreads pixels of %i bytes, and leaves all others", (channels) => {
    for (const [stepX, stepY] of [
      [8, 8],
      [2, 4],
      [1, 2],
      [1, 1],
    ]) {
      const tester = new KernelTester(module);
      const [columns, rows] = [1 + Math.floor(20 * tester.random()), 3];
      const width = columns * stepX;
      const pixels = tester.bytes(columns * rows * channels);
      const output = tester.bytes(width * rows * stepY * channels);
      const expected = output.view.map((before, i) => {
        const pixel = Math.floor(i / channels);
        const [x, y] = [pixel % width, Math.floor(pixel / width)];
        if (x % stepX !== 0 || y % stepY !== 0) return before;
        return pixels.view[((y / stepY) * columns + x / stepX) * channels + (i % channels)];
      });
      const [from, to] = [pixels.address, output.address];
      const down = width * stepY * channels;
      tester.kernels.place(from, columns, rows, channels, to, stepX * channels, down);
      tester.expectMarginsIntact();
      expect(output.view, `SEED=${seed}`).toEqual(expected);
    }
  });
});
