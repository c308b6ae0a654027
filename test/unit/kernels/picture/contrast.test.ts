import { describe, expect, it } from "vitest";
import { contrastsOf } from "../../../../worker/image/contrast.ts";
import { LUMA, MIXTURES } from "../../../../worker/image/mixture.ts";
import { seed } from "../../random.ts";
import { targets } from "../targets.ts";
import { KernelTester } from "../tester.ts";

describe.each(targets)("contrasts, $target", ({ module }) => {
  it.each([3, 4])("adds up the differences that contrastsOf does, of %i channels", (channels) => {
    for (let round = 0; round < 100; round++) {
      const tester = new KernelTester(module);
      const below = (end: number) => Math.floor(end * tester.random());
      const [width, height] = [1 + below(70), 1 + below(70)];
      const [points, distance] = [1 + below(200), 1 + below(20)];
      const pixels = tester.bytes(width * height * channels);
      if (round % 2 === 0) {
        for (let i = 0; i < pixels.view.length; i++)
          pixels.view[i] = pixels.view[i] > 250 ? 0 : 255;
      }
      const { address } = tester.bytes(8 * MIXTURES.length);
      const output = new Float64Array(tester.kernels.memory.buffer, address, MIXTURES.length);
      const data = pixels.view;
      const expected = contrastsOf({ width, height, channels, sampleBytes: 1, data });
      tester.kernels.contrasts(
        pixels.address,
        width,
        height,
        channels,
        points,
        distance,
        ...LUMA,
        address,
      );
      tester.expectMarginsIntact();
      const about = `${width}×${height}, ${points} points, ${distance} apart (SEED=${seed})`;
      expect(output, about).toEqual(expected(points, distance));
    }
  });
});
