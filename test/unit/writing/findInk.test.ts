import { describe, expect, it } from "vitest";
import { distanceAcross } from "../../../worker/writing/form/distance.ts";
import { resize } from "../../../worker/writing/form/resize.ts";
import { strokeWidth } from "../../../worker/writing/form/stroke.ts";
import { closing } from "../../../worker/writing/ground/closing.ts";
import { otsu } from "../../../worker/writing/ground/threshold.ts";
import { findComponents } from "../../../worker/writing/strokes/components.ts";
import { randomFrom, seed } from "../random.ts";

const random = randomFrom(seed);

describe("distanceAcross", () => {
  const [width, height] = [23, 17];
  const levels = new Uint8Array(width * height).map(() => (random() < 0.03 ? 0 : 255));
  levels[100] = 0;
  const places = [...levels].flatMap((level, i) =>
    level === 0 ? [[i % width, Math.floor(i / width)]] : [],
  );
  const expected = [...levels].map((_, i) =>
    Math.min(...places.map(([x, y]) => Math.hypot((i % width) - x, Math.floor(i / width) - y))),
  );

  it("gives the distances that trying every pixel of the other kind gives", () => {
    distanceAcross({ width, height, levels }, 255).forEach((distance, i) => {
      expect(distance, `SEED=${seed}`).toBeCloseTo(expected[i], 9);
    });
  });

  it("gives none above the farthest", () => {
    distanceAcross({ width, height, levels }, 255, 2.5).forEach((distance, i) => {
      expect(distance, `SEED=${seed}`).toBeCloseTo(Math.min(2.5, expected[i]), 9);
    });
  });
});

describe("strokeWidth", () => {
  it.each([2, 4, 10])("measures a bar of %i px", (bar) => {
    const side = 40;
    const levels = new Uint8Array(side * side).map((_, i) =>
      i % side < 10 || i % side >= 10 + bar ? 0 : 255,
    );
    const toGround = distanceAcross({ width: side, height: side, levels }, 255);
    expect(strokeWidth(toGround)).toBeCloseTo(bar, 9);
  });
});

describe("closing", () => {
  const [width, height] = [32, 20];
  const cells = (level: (x: number, y: number) => number) =>
    Float64Array.from({ length: width * height }, (_, i) =>
      level(i % width, Math.floor(i / width)),
    );

  it("fills what is dark and narrow, in the middle and along the border", () => {
    const filled = cells(() => 200);
    for (const isDark of [
      (x: number) => x >= 12 && x < 22,
      (x: number) => x < 4,
      (x: number, y: number) => x > 20 && y > 15,
    ]) {
      const level = cells((x, y) => (isDark(x, y) ? 20 : 200));
      expect(closing(level, width, height)).toEqual(filled);
    }
  });

  it("keeps slopes, and shadows with straight edges", () => {
    for (const level of [
      cells((x, y) => 100 + 2 * x + y),
      cells((x, y) => 200 - 2 * x + y),
      cells((x) => (x < 15 ? 120 : 200)),
    ]) {
      expect(closing(level, width, height)).toEqual(level);
    }
  });
});

describe("otsu", () => {
  it("parts two levels in their middle", () => {
    const levels = new Uint8Array(100).map((_, i) => (i % 10 === 0 ? 150 : 50));
    expect(otsu({ width: 10, height: 10, levels })).toEqual({
      level: 101,
      contrast: 100,
      noise: 0,
    });
  });

  it("parts no single level", () => {
    expect(otsu({ width: 2, height: 2, levels: new Uint8Array(4).fill(9) })).toBeNull();
  });
});

describe("findComponents", () => {
  it("keeps what is weak where it hangs together with what is strong", () => {
    const levels = Uint8Array.from("0530000000000350", Number);
    const { runs, labels, components } = findComponents({ width: 8, height: 2, levels }, 3, 5);
    const found = [...labels].map((label, i) => [label, runs.start[i], runs.end[i]]);
    expect(found).toEqual([
      [1, 1, 3],
      [2, 13, 15],
    ]);
    expect(components).toEqual([
      { label: 1, area: 2, onBorder: 2, box: { left: 1, top: 0, width: 2, height: 1 } },
      { label: 2, area: 2, onBorder: 2, box: { left: 5, top: 1, width: 2, height: 1 } },
    ]);
  });
});

describe("resize", () => {
  it("keeps the mean of an image that the new size does not divide", () => {
    const levels = new Uint8Array(45 * 31).map(() => Math.floor(256 * random()));
    const small = resize({ width: 45, height: 31, levels }, 28, 28);
    expect(mean(small.levels), `SEED=${seed}`).toBeCloseTo(mean(levels), 0);
  });
});

function mean(values: Uint8Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
