import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createClassifier } from "../../../worker/adapters/node.ts";
import { judgeOf } from "../../../worker/classifier/judge.ts";
import { decodeImage } from "../../../worker/image/decodeImage.ts";
import type { GreyImage } from "../../../worker/image/GreyImage.ts";
import { defaultLimits } from "../../../worker/settings/limits.ts";
import { SIDE } from "../../../worker/writing/form/side.ts";
import { noJudge } from "../../../worker/writing/plainSteps.ts";
import { type Normalize, toPixels } from "../../../worker/writing/toPixels.ts";
import { randomFrom, seed } from "../random.ts";
import { blank, type Drawing, draw, paintOver } from "./drawings.ts";

const random = randomFrom(seed);
const classifier = await createClassifier();
const judge = judgeOf(classifier);
const recognise = (image: GreyImage) => classifier.classify(toPixels(image, "auto", judge)).digit;
const all = Array.from({ length: 10 }, (_, digit) => digit);

/** An opaque 28×28 digit, light on dark, as MNIST has them, moved by so many pixels. */
function input(digit: number, across = 0, down = 0): GreyImage {
  const pixels = toPixels(draw(digit), "always", judge);
  const grey = new Uint8Array(SIDE * SIDE);
  pixels.forEach((level, i) => {
    const [x, y] = [(i % SIDE) + across, Math.floor(i / SIDE) + down];
    if (x >= 0 && x < SIDE && y >= 0 && y < SIDE) grey[y * SIDE + x] = level;
  });
  return { width: SIDE, height: SIDE, grey, alpha: null };
}

/** A dark digit's rows from its first pixel of ink to its last. */
function cropped({ width, grey, alpha }: GreyImage): GreyImage {
  const isInk = (level: number) => level < 128;
  const from = Math.floor(grey.findIndex(isInk) / width);
  const to = Math.floor(grey.findLastIndex(isInk) / width) + 1;
  return { width, height: to - from, grey: grey.slice(from * width, to * width), alpha };
}

describe("an opaque 28×28 image in MNIST's form", () => {
  it.each(["auto", "never"] as const)("keeps its grey levels bit for bit under %s", (normalize) => {
    for (const digit of all) {
      const image = input(digit);
      expect(toPixels(image, normalize, judge)).toEqual(image.grey);
    }
  });

  it.each([
    ["off the middle", () => input(4, 3, 0)],
    [
      "on a ground that is not black",
      (image: GreyImage) => paintOver(image, (_x, _y, level) => 20 + 0.9 * level),
    ],
    ["dark on light", (image: GreyImage) => paintOver(image, (_x, _y, level) => 255 - level)],
  ])("is normalised under auto if it is %s", (_name, change) => {
    const image = change(input(4));
    const digit = toPixels(image, "auto", judge);
    expect(digit).not.toEqual(image.grey);
    expect(classifier.classify(digit).digit).toBe(4);
  });

  it("is brought to that form under always", () => {
    const { width, height } = extent(toPixels(input(4, -4, 3), "always", judge));
    expect(Math.max(width, height)).toBe(20);
  });
});

describe("normalised, a digit", () => {
  it("fits 20×20 with its aspect kept, its centre of mass in the middle", () => {
    for (const digit of all) {
      const levels = toPixels(
        draw(digit, { box: { x: 0.05, y: 0.4, width: 0.3, height: 0.5 } }),
        "auto",
        noJudge,
      );
      const { width, height, x, y } = extent(levels);
      expect(Math.max(width, height)).toBe(20);
      expect(Math.abs(x - 14)).toBeLessThanOrEqual(0.5);
      expect(Math.abs(y - 14)).toBeLessThanOrEqual(0.5);
    }
  });

  it("has strokes of full brightness and MNIST's width", () => {
    for (const line of [1, 2, 6, 14]) {
      const levels = toPixels(draw(0, { line }), "auto", noJudge);
      const ink = levels.reduce((sum, level) => sum + level, 0) / 255;
      expect(Math.max(...levels)).toBe(255);
      // MNIST's zeros hold 134 pixels of ink on average, nine in ten of them 85 to 190.
      expect(ink, `${line} px`).toBeGreaterThan(80);
      expect(ink, `${line} px`).toBeLessThan(190);
    }
  });

  it("comes out the same each time, and its image stays as it was", () => {
    const image = draw(5);
    const before = image.grey.slice();
    expect(toPixels(image, "auto", noJudge)).toEqual(toPixels(image, "auto", noJudge));
    expect(image.grey).toEqual(before);
  });

  it("comes out the same light on dark, dark on light, and transparent on either", () => {
    const dark = draw(6);
    const light = paintOver(dark, (_x, _y, before) => 255 - before);
    const alpha = light.grey;
    const expected = toPixels(dark, "auto", noJudge);
    expect(toPixels(light, "auto", noJudge)).toEqual(expected);
    for (const level of [0, 255]) {
      expect(toPixels({ ...blank(200, 200, level), alpha }, "auto", noJudge)).toEqual(expected);
    }
  });

  const kinds: { name: string; drawing: Drawing }[] = [
    { name: "28×28, dark on light", drawing: { side: 28, line: 2.5, ink: 0 } },
    { name: "28×28, one pixel wide", drawing: { side: 28, line: 1 } },
    { name: "20×20", drawing: { side: 20, line: 2 } },
    { name: "a line of one pixel on 400×400", drawing: { side: 400, line: 1 } },
    { name: "a thick pen", drawing: { line: 24 } },
    { name: "coloured ink, 32 levels from its ground", drawing: { ink: 108, ground: 140 } },
    { name: "dark on dark", drawing: { ink: 8, ground: 40 } },
    { name: "light on light", drawing: { ink: 255, ground: 223 } },
    { name: "faint ink", drawing: { ink: 220 } },
    {
      name: "to every edge of the picture",
      drawing: { box: { x: 0, y: 0, width: 1, height: 1 }, line: 16 },
    },
    {
      name: "small and off the middle",
      drawing: { box: { x: 0.7, y: 0.05, width: 0.15, height: 0.2 }, line: 4 },
    },
  ];
  it.each(kinds)("is recognised: $name", ({ drawing }) => {
    expect(all.map((digit) => recognise(draw(digit, drawing)))).toEqual(all);
  });

  it.each([
    [
      "under light that fades",
      (x: number, y: number, v: number) => v * (0.4 + (0.003 * (x + y)) / 2),
    ],
    ["with noise", (_x: number, _y: number, v: number) => 30 + 0.7 * v + 30 * (random() - 0.5)],
    ["with specks", (x: number, y: number, v: number) => ((x * y) % 997 === 5 ? 0 : v)],
    ["in a frame", (x: number, y: number, v: number) => (nearBorder(x, y) < 6 ? 0 : v)],
    [
      "in a frame off the border",
      (x: number, y: number, v: number) =>
        nearBorder(x, y) >= 10 && nearBorder(x, y) < 14 ? 0 : v,
    ],
    [
      "with dark corners",
      (x: number, y: number, v: number) => (Math.min(x + y, 398 - x - y) < 30 ? 20 : v),
    ],
    [
      "with dark corners in noise",
      (x: number, y: number, v: number) => {
        const corner = Math.hypot(x - 100, y - 100) / 141;
        return v * (1 - 0.85 * corner ** 2) * 0.8 + 30 * (random() - 0.5);
      },
    ],
    ["with a dark edge", (x: number, _y: number, v: number) => (x < 9 ? 40 : v)],
    ["on ruled paper", (_x: number, y: number, v: number) => (y % 24 === 7 ? Math.min(v, 150) : v)],
    ["on a line", (_x: number, y: number, v: number) => (y === 150 ? Math.min(v, 120) : v)],
    [
      "on squared paper",
      (x: number, y: number, v: number) => (x % 20 === 3 || y % 20 === 3 ? Math.min(v, 170) : v),
    ],
    [
      "on ruled paper that slants",
      (x: number, y: number, v: number) =>
        Math.floor(y + 0.02 * x) % 24 === 7 ? Math.min(v, 150) : v,
    ],
  ])("is recognised %s", (_name, level) => {
    const images = all.map((digit) => paintOver(draw(digit), level));
    expect(images.map(recognise), `SEED=${seed}`).toEqual(all);
  });

  it("is recognised if it is thin and cropped at its top and bottom, and not taken for ruled paper", () => {
    const box = { x: 0.2, y: 0.1, width: 0.6, height: 0.8 };
    const images = all.map((digit) => cropped(draw(digit, { side: 48, line: 2.5, box })));
    expect(images.map(recognise)).toEqual(all);
  });

  it("is recognised in each of the samples of one", () => {
    const folder = new URL("../../../samples/", import.meta.url);
    const names = readdirSync(folder).filter((name) => /^\d[.-].*png$/.test(name));
    for (const normalize of ["auto", "always"] as const) {
      const found = names.map((name) => {
        const image = decodeImage(readFileSync(new URL(name, folder)), defaultLimits);
        return [name, classifier.classify(toPixels(image, normalize, judge)).digit];
      });
      expect(found).toEqual(names.map((name) => [name, Number(name[0])]));
    }
  });
});

describe("under never", () => {
  const never = (image: GreyImage) => toPixels(image, "never" as Normalize, noJudge);

  it("an opaque 28×28 image keeps its grey levels, dark on light as well", () => {
    const image = draw(2, { side: 28, line: 2 });
    expect(never(image)).toEqual(image.grey);
  });

  it("nothing is refused", () => {
    expect(never(blank(28, 28, 90))).toEqual(new Uint8Array(784).fill(90));
    expect(never(blank(50, 60, 255))).toEqual(new Uint8Array(784));
  });

  it("areas are averaged: blocks of 10×10 become their mean", () => {
    const small = draw(2, { side: 28, line: 2, ink: 200, ground: 10 });
    const large = paintOver(
      blank(280, 280),
      (x, y) => small.grey[((y / 10) | 0) * 28 + ((x / 10) | 0)],
    );
    expect(never(large)).toEqual(small.grey);
  });

  it("an image whose border is bright is inverted", () => {
    const light = draw(2, { side: 45, line: 3, ink: 250, ground: 5 });
    const dark = paintOver(light, (_x, _y, before) => 255 - before);
    expect(never(dark)).toEqual(never(light));
  });

  it("an image smaller than 28×28 is enlarged", () => {
    const digit = never({ width: 2, height: 1, grey: new Uint8Array([70, 0]), alpha: null });
    expect(digit).toEqual(new Uint8Array(784).map((_, i) => (i % 28 < 14 ? 70 : 0)));
  });

  it.each([0, 255])("ink of level %i is laid on the ground that it is not", (level) => {
    const alpha = draw(2, { side: 28, line: 2, ink: 255, ground: 0 }).grey;
    expect(never({ ...blank(28, 28, level), alpha })).toEqual(alpha);
  });
});

/** Pixels from a place to the nearest border of 200×200. */
function nearBorder(x: number, y: number): number {
  return Math.min(x, y, 199 - x, 199 - y);
}

/** Size of the ink's box and its centre of mass, in pixels. */
function extent(levels: Uint8Array) {
  const ink = [...levels].flatMap((level, i) => (level > 0 ? [i] : []));
  const [xs, ys] = [ink.map((i) => i % SIDE), ink.map((i) => Math.floor(i / SIDE))];
  const side = (values: number[]) => Math.max(...values) - Math.min(...values) + 1;
  const mass = ink.reduce((sum, i) => sum + levels[i], 0);
  const centre = (values: number[]) =>
    values.reduce((sum, value, k) => sum + value * levels[ink[k]], 0) / mass;
  return { width: side(xs), height: side(ys), x: centre(xs), y: centre(ys) };
}
