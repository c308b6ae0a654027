import { describe, expect, it } from "vitest";
import { BLUE, GREEN, LUMA, mixColours, RED } from "../../../../worker/image/mixture.ts";
import { seed } from "../../random.ts";
import { targets } from "../targets.ts";
import { KernelTester } from "../tester.ts";

const COUNTS = Array.from({ length: 70 }, (_, i) => 1 + i);

/** What the kernels may overwrite behind their output. */
const OVERRUN = 16;

describe.each(targets)("mix, $target", ({ module }) => {
  const mixtures = [LUMA, RED, GREEN, BLUE];

  it.each([3, 4])("computes the grey levels that mixColours does, of %i channels", (channels) => {
    for (const count of COUNTS) {
      for (const mixture of mixtures) {
        const tester = new KernelTester(module);
        const pixels = tester.bytes(count * channels);
        const output = tester.bytes(count + OVERRUN);
        const samples = { width: count, height: 1, channels, sampleBytes: 1, data: pixels.view };
        const expected = mixColours(samples, mixture);
        tester.kernels.mix(pixels.address, output.address, count, channels, ...mixture);
        tester.expectMarginsIntact();
        expect(output.view.subarray(0, count), `SEED=${seed}`).toEqual(expected);
      }
    }
  });

  it.each([3, 4])("computes them of colours among greys, of %i channels", (channels) => {
    for (const oneIn of [1000, 20, 3]) {
      const tester = new KernelTester(module);
      const pixels = tester.bytes(1000 * channels);
      const output = tester.bytes(1000 + OVERRUN);
      for (let i = 0; i < 1000; i++) {
        if (tester.random() < 1 / oneIn) continue;
        const at = i * channels;
        pixels.view.fill(pixels.view[at], at, at + 3);
      }
      const samples = { width: 1000, height: 1, channels, sampleBytes: 1, data: pixels.view };
      for (const mixture of mixtures) {
        tester.kernels.mix(pixels.address, output.address, 1000, channels, ...mixture);
        const expected = mixColours(samples, mixture);
        expect(output.view.subarray(0, 1000), `SEED=${seed}`).toEqual(expected);
      }
      tester.expectMarginsIntact();
    }
  });

  it.each([1, 2])("takes the first of %i channels as it is", (channels) => {
    for (const count of COUNTS) {
      const tester = new KernelTester(module);
      const pixels = tester.bytes(count * channels);
      const output = tester.bytes(count + OVERRUN);
      tester.kernels.mix(pixels.address, output.address, count, channels, ...RED);
      tester.expectMarginsIntact();
      const expected = pixels.view.filter((_, i) => i % channels === 0);
      expect(output.view.subarray(0, count), `SEED=${seed}`).toEqual(expected);
    }
  });

  it.each([1, 2, 3, 4])("may put the grey levels where the pixels are: %i channels", (channels) => {
    const tester = new KernelTester(module);
    const pixels = tester.bytes(100 * channels + OVERRUN);
    const output = tester.bytes(100 + OVERRUN);
    tester.kernels.mix(pixels.address, output.address, 100, channels, ...GREEN);
    tester.kernels.mix(pixels.address, pixels.address, 100, channels, ...GREEN);
    tester.expectMarginsIntact();
    expect(pixels.view.subarray(0, 100)).toEqual(output.view.subarray(0, 100));
  });
});

describe.each(targets)("takeAlpha, $target", ({ module }) => {
  it.each([2, 4])("takes the last of %i channels, and says whether all is opaque", (channels) => {
    for (const count of COUNTS) {
      const tester = new KernelTester(module);
      const pixels = tester.bytes(count * channels);
      const output = tester.bytes(count + OVERRUN);
      const take = () =>
        tester.kernels.takeAlpha(pixels.address, output.address, count, channels) === 1;
      const alphas = () => pixels.view.filter((_, i) => i % channels === channels - 1);

      expect(take(), `SEED=${seed}`).toBe(alphas().every((alpha) => alpha === 255));
      expect(output.view.subarray(0, count), `SEED=${seed}`).toEqual(alphas());
      for (let i = channels - 1; i < pixels.view.length; i += channels) pixels.view[i] = 255;
      expect(take()).toBe(true);
      const one = Math.floor(count * tester.random());
      pixels.view[one * channels + channels - 1] = 254;
      expect(take(), `pixel ${one} of ${count}, SEED=${seed}`).toBe(false);
      expect(output.view.subarray(0, count)).toEqual(alphas());
      tester.expectMarginsIntact();
    }
  });
});
