import { describe, expect, it } from "vitest";
import {
  AreaAverage,
  type Lattice,
  reductionFactor,
  WORKING_SIDE,
} from "../../../worker/image/AreaAverage.ts";
import type { Samples } from "../../../worker/image/Samples.ts";
import { randomFrom, seed } from "../random.ts";
import { naiveAverage } from "./naiveAverage.ts";

const random = randomFrom(seed);
const WHOLE: Lattice = { x: 0, y: 0, stepX: 1, stepY: 1 };

describe("reductionFactor", () => {
  it.each([
    [1, 1, 1],
    [WORKING_SIDE, WORKING_SIDE, 1],
    [WORKING_SIDE + 1, 1, 2],
    [1, 2 * WORKING_SIDE, 2],
    [1, 2 * WORKING_SIDE + 1, 3],
    [4096, 1024, 4],
  ])("of %i×%i is %i", (width, height, factor) => {
    expect(reductionFactor(width, height)).toBe(factor);
  });
});

describe("AreaAverage", () => {
  it.each([1, 2, 3, 4])("takes the means of squares, %i samples a pixel", (channels) => {
    for (const factor of [2, 3, 5]) {
      for (const sampleBytes of [1, 2]) {
        const samples = randomSamples(11, 7, channels, sampleBytes);
        const average = new AreaAverage(11, 7, factor);
        average.add(samples, WHOLE);
        const { data, ...form } = average.result();
        const expected = naiveAverage(samples, factor);
        const size = { width: Math.ceil(11 / factor), height: Math.ceil(7 / factor) };
        expect(form).toEqual({ ...size, channels, sampleBytes: 1 });
        // Half a level more or less, however the mean is rounded.
        const worst = Math.max(...expected.map((mean, i) => Math.abs(mean - data[i])));
        expect(worst, `SEED=${seed}`).toBeLessThan(0.501);
      }
    }
  });

  it("does not mind in what order the pixels come", () => {
    const samples = randomSamples(13, 9, 4, 1);
    const whole = new AreaAverage(13, 9, 3);
    whole.add(samples, WHOLE);
    const parts = new AreaAverage(13, 9, 3);
    const lattices = [
      { x: 1, y: 0, stepX: 2, stepY: 1 },
      { x: 0, y: 1, stepX: 4, stepY: 2 },
      { x: 2, y: 1, stepX: 4, stepY: 2 },
      { x: 0, y: 0, stepX: 2, stepY: 2 },
    ];
    for (const lattice of lattices) parts.add(taken(samples, lattice), lattice);
    expect(parts.result()).toEqual(whole.result());
  });

  it("is not tinted by what is clear", () => {
    const data = new Uint8Array([200, 255, 9, 0, 77, 0, 88, 0]);
    const average = new AreaAverage(4, 1, 2);
    average.add({ width: 4, height: 1, channels: 2, sampleBytes: 1, data }, WHOLE);
    expect([...average.result().data]).toEqual([200, 128, 0, 0]);
  });

  it("leaves a line of one pixel in 4,096 a quarter of its contrast", () => {
    const row = new Uint8Array(4096).fill(255);
    row[2050] = 155;
    const average = new AreaAverage(4096, 1, 4);
    average.add({ width: 4096, height: 1, channels: 1, sampleBytes: 1, data: row }, WHOLE);
    expect(average.result().data[512]).toBe(255 - 25);
  });
});

function randomSamples(width: number, height: number, channels: number, sampleBytes: number) {
  const length = width * height * channels * sampleBytes;
  const data = Uint8Array.from({ length }, () => 256 * random());
  return { width, height, channels, sampleBytes, data };
}

/** The samples of some of the pixels. */
function taken(samples: Samples, { x, y, stepX, stepY }: Lattice): Samples {
  const data: number[] = [];
  const width = Math.ceil((samples.width - x) / stepX);
  const height = Math.ceil((samples.height - y) / stepY);
  for (let row = y; row < samples.height; row += stepY) {
    for (let column = x; column < samples.width; column += stepX) {
      const at = (row * samples.width + column) * samples.channels;
      data.push(...samples.data.subarray(at, at + samples.channels));
    }
  }
  return { ...samples, width, height, data: Uint8Array.from(data) };
}
