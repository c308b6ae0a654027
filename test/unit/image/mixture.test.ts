import { describe, expect, it } from "vitest";
import { contrastsOf } from "../../../worker/image/contrast.ts";
import {
  BLUE,
  chooseMixture,
  GREEN,
  LUMA,
  type Mixture,
  mixColours,
  RED,
} from "../../../worker/image/mixture.ts";
import type { Samples } from "../../../worker/image/Samples.ts";
import { randomFrom, seed } from "../random.ts";

type Colour = readonly number[];
const random = randomFrom(seed);

/** Ink and ground, and what shows the one on the other. */
const pairs: [name: string, ink: Colour, ground: Colour, mixture: Mixture][] = [
  ["black on white", [0, 0, 0], [255, 255, 255], LUMA],
  ["blue on white", [20, 40, 180], [255, 255, 255], LUMA],
  ["red on white", [210, 30, 40], [255, 255, 255], LUMA],
  ["white on green", [255, 255, 255], [0, 110, 60], LUMA],
  ["grey on grey", [120, 120, 120], [130, 130, 130], LUMA],
  ["red on green of its luma", [200, 60, 60], [20, 140, 60], RED],
  ["green on magenta", [20, 160, 20], [165, 10, 165], GREEN],
  ["yellow on white", [255, 240, 40], [255, 255, 255], BLUE],
];

describe("chooseMixture", () => {
  it.each(pairs)("shows %s", (_, ink, ground, mixture) => {
    for (const size of [40, 300, 1024]) {
      for (const line of [size / 12, 1]) {
        expect(choose(drawing(size, line, ink, ground)), `${size}, line ${line}`).toBe(mixture);
      }
    }
  });

  it("is not misled by light that falls off", () => {
    const image = drawing(300, 20, [200, 60, 60], [20, 140, 60]);
    const shaded = image.data.map((level, i) => level * (0.6 + (0.4 * ((i / 3) % 300)) / 300));
    expect(choose({ ...image, data: shaded })).toBe(RED);
  });

  it("is not misled by the noise of a camera", () => {
    const noisy = (image: Samples) => ({
      ...image,
      data: image.data.map((level) => Math.max(0, Math.min(255, level + 24 * (random() - 0.5)))),
    });
    const red = drawing(300, 20, [200, 60, 60], [20, 140, 60]);
    expect(choose(noisy(red)), `SEED=${seed}`).toBe(RED);
    const black = drawing(300, 20, [40, 40, 50], [220, 215, 205]);
    expect(choose(noisy(black)), `SEED=${seed}`).toBe(LUMA);
    const blank = drawing(300, 0, [0, 0, 0], [220, 215, 205]);
    expect(choose(noisy(blank)), `SEED=${seed}`).toBe(LUMA);
  });

  it("keeps luma for black ink on white paper on a cloth of one luma", () => {
    const image = drawing(300, 20, [0, 0, 0], [255, 255, 255]);
    for (let i = 0; i < 300 * 300; i++) {
      const [x, y] = [i % 300, Math.floor(i / 300)];
      const isCloth = Math.min(x, y, 299 - x, 299 - y) < 30;
      if (isCloth) image.data.set(y % 60 < 30 ? [200, 60, 60] : [20, 140, 60], 3 * i);
    }
    expect(choose(image)).toBe(LUMA);
  });

  it("leaves clear pixels out", () => {
    const opaque = drawing(300, 20, [200, 60, 60], [20, 140, 60]);
    const data = new Uint8Array(4 * 300 * 300);
    for (let i = 0; i < 300 * 300; i++) {
      data.set(opaque.data.subarray(3 * i, 3 * i + 3), 4 * i);
      // Clear, the ground has no colour.
      data[4 * i + 3] = opaque.data[3 * i] === 200 ? 255 : 0;
    }
    expect(choose({ ...opaque, channels: 4, data })).toBe(LUMA);
  });

  it("keeps luma in images of MNIST's size", () => {
    expect(choose(drawing(28, 3, [200, 60, 60], [20, 140, 60]))).toBe(LUMA);
    expect(choose(drawing(29, 3, [200, 60, 60], [20, 140, 60]))).toBe(RED);
  });
});

describe("mixColours", () => {
  it("computes luma as Pillow does", () => {
    // convert("L") of these colours.
    const data = new Uint8Array([255, 0, 0, 0, 255, 0, 0, 0, 255, 12, 200, 77, 255, 255, 255]);
    const samples = { width: 5, height: 1, channels: 3, sampleBytes: 1, data };
    expect([...mixColours(samples, LUMA)]).toEqual([76, 150, 29, 130, 255]);
  });

  it("takes a channel as it is", () => {
    const data = new Uint8Array([1, 0, 2, 0, 3, 0, 9, 9, 255, 7, 254, 7, 253, 7, 9, 9]);
    const samples = { width: 2, height: 1, channels: 4, sampleBytes: 2, data };
    expect([RED, GREEN, BLUE].map((mixture) => [...mixColours(samples, mixture)])).toEqual([
      [1, 255],
      [2, 254],
      [3, 253],
    ]);
  });

  it.each([LUMA, RED, GREEN, BLUE])("leaves greys as they are, %j", (...mixture) => {
    const levels = Array.from({ length: 256 }, (_, level) => level);
    const data = Uint8Array.from(levels.flatMap((level) => [level, level, level]));
    const samples = { width: 256, height: 1, channels: 3, sampleBytes: 1, data };
    expect([...mixColours(samples, mixture as unknown as Mixture)]).toEqual(levels);
  });
});

function choose(samples: Samples): Mixture {
  return chooseMixture(samples.width, samples.height, contrastsOf(samples));
}

/** A slanted 7, drawn in a line of so many pixels. */
function drawing(size: number, line: number, ink: Colour, ground: Colour): Samples {
  const data = new Uint8Array(3 * size * size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const inBar = y >= 0.2 * size && y < 0.2 * size + line && x >= 0.2 * size && x < 0.8 * size;
      const onStem = Math.round(0.8 * size - 0.5 * (y - 0.2 * size)) - x;
      const inStem = y >= 0.2 * size && y < 0.8 * size && onStem >= 0 && onStem < line;
      data.set(inBar || inStem ? ink : ground, 3 * (y * size + x));
    }
  }
  return { width: size, height: size, channels: 3, sampleBytes: 1, data };
}
