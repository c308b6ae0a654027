import { describe, expect, it } from "vitest";
import { distanceAcross } from "../../../worker/writing/form/distance.ts";
import { resize } from "../../../worker/writing/form/resize.ts";
import { strokeWidth } from "../../../worker/writing/form/stroke.ts";
import { closing } from "../../../worker/writing/ground/closing.ts";
import { histogramOf, otsu } from "../../../worker/writing/ground/threshold.ts";
import type { Plane } from "../../../worker/writing/Plane.ts";
import { plainSteps } from "../../../worker/writing/plainSteps.ts";
import { label } from "../../../worker/writing/shapes/label.ts";
import { shapeOf } from "../../../worker/writing/shapes/Shape.ts";
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
    expect(otsu(histogramOf(levels))).toEqual({
      level: 101,
      below: 50,
      above: 150,
      noise: 0,
      spread: 0,
    });
  });

  it("parts no single level", () => {
    expect(otsu(histogramOf(new Uint8Array(4).fill(9)))).toBeNull();
  });
});

describe("label", () => {
  const labelPlane = (plane: Plane, weak: number, strong: number) =>
    label(plane, weak, strong, plainSteps) ?? expect.fail("the picture is taken for noise");

  /** Labels a picture of digits, row by row. */
  const labelled = (rows: string[], weak: number, strong: number) => {
    const levels = Uint8Array.from(rows.join(""), Number);
    return labelPlane({ width: rows[0].length, height: rows.length, levels }, weak, strong)
      .components;
  };

  it("tells what is weak and hangs together with what is strong from what is weak alone", () => {
    const of = labelled(["05300000", "00000350", "30000000"], 3, 5);
    const ink = [...of.isInk.keys()].filter((c) => of.isInk[c]);
    expect(ink.map((c) => [of.area[c], of.isStrong[c]])).toEqual([
      [2, 1],
      [2, 1],
      [1, 0],
    ]);
    expect(shapeOf(of, ink[0])).toEqual({
      component: ink[0],
      area: 2,
      outline: 6,
      onBorder: 2,
      box: { left: 1, top: 0, width: 2, height: 1 },
    });
  });

  it("joins ink by its corners, and ground by its sides only", () => {
    const of = labelled(["900", "090", "009"], 5, 5);
    expect([...of.isInk]).toEqual([1, 0, 0]);
    expect([...of.area]).toEqual([3, 3, 3]);
  });

  it("nests: a picture holds a frame, its hole a stroke, the stroke a hole", () => {
    const of = labelled(
      ["0000000", "0999990", "0900090", "0909090", "0900090", "0999990", "0000000"],
      5,
      5,
    );
    expect([...of.parent]).toEqual([-1, 0, 1, 2]);
    expect([...of.isInk]).toEqual([0, 1, 0, 1]);
    expect([...of.outline]).toEqual([28 + 20, 20 + 12, 12 + 4, 4]);
  });

  it("labels random pictures as a flood fill does", () => {
    const [width, height] = [31, 23];
    for (let round = 0; round < 50; round++) {
      const levels = Uint8Array.from({ length: width * height }, () => (random() < 0.5 ? 9 : 0));
      const { runs, components } = labelPlane({ width, height, levels }, 5, 5);
      const found = new Int32Array(levels.length);
      for (let run = 0; run < runs.count; run++) {
        found.fill(runs.component[run], runs.start[run], runs.end[run]);
      }
      expect([...runs.firstOfRow].slice(0, -1).map((run) => runs.start[run])).toEqual(
        Array.from({ length: height }, (_, y) => y * width),
      );
      expect(runs.firstOfRow[height]).toBe(runs.count);
      const expected = floodFill(levels, width);
      expect([...found], `SEED=${seed}`).toEqual(expected);
      expect(components.count, `SEED=${seed}`).toBe(Math.max(...expected) + 1);
    }
  });

  it("gives up on noise, and not on the finest grid", () => {
    const side = 200;
    const plane = (isInk: (x: number, y: number) => boolean) => ({
      width: side,
      height: side,
      levels: Uint8Array.from({ length: side * side }, (_, i) =>
        isInk(i % side, Math.floor(i / side)) ? 9 : 0,
      ),
    });
    expect(
      label(
        plane(() => random() < 0.5),
        5,
        5,
        plainSteps,
      ),
      `SEED=${seed}`,
    ).toBeNull();
    expect(
      label(
        plane((x, y) => x % 20 === 0 || y % 20 === 0),
        5,
        5,
        plainSteps,
      ),
    ).not.toBeNull();
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

/** The component of each pixel, in the order of their first: ink by eight neighbours, ground by four. */
function floodFill(levels: Uint8Array, width: number): number[] {
  const found = Array.from(levels, () => -1);
  let next = 0;
  levels.forEach((level, first) => {
    if (found[first] >= 0) return;
    const open = [first];
    found[first] = next;
    for (let i = open.pop(); i !== undefined; i = open.pop()) {
      const [x, y] = [i % width, Math.floor(i / width)];
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          if (level === 0 && dx !== 0 && dy !== 0) continue;
          const near = (y + dy) * width + x + dx;
          const isInside = x + dx >= 0 && x + dx < width && near >= 0 && near < levels.length;
          if (!isInside || levels[near] !== level || found[near] >= 0) continue;
          found[near] = next;
          open.push(near);
        }
      }
    }
    next++;
  });
  return found;
}
