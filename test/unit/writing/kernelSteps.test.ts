import { describe, expect, it } from "vitest";
import type { GreyImage } from "../../../worker/image/GreyImage.ts";
import { kernelSteps } from "../../../worker/writing/kernelSteps.ts";
import { BRIGHT, longerSide, type Plane } from "../../../worker/writing/Plane.ts";
import { plainSteps } from "../../../worker/writing/plainSteps.ts";
import { targets } from "../kernels/targets.ts";
import { randomFrom, seed } from "../random.ts";

const random = randomFrom(seed);
const below = (end: number) => Math.floor(end * random());

/** Levels as of a ground with specks, or of noise. */
function someLevels(count: number): Uint8Array {
  const [ground, oneIn] = [below(256), [1, 20, 1000][below(3)]];
  return Uint8Array.from({ length: count }, () => (below(oneIn) === 0 ? below(256) : ground));
}

function someImage(width: number, height: number): GreyImage {
  const grey = someLevels(width * height);
  const alpha = [null, someLevels(width * height), new Uint8Array(width * height)][below(3)];
  return { width, height, grey, alpha };
}

/** Levels as of strokes on a ground whose light fades, with grain. */
function somePhotograph(width: number, height: number): Plane {
  const [light, across, down] = [below(256), 2 * random() - 1, 2 * random() - 1];
  const [grain, stroke, most] = [[0, 1, 5, 40, 255][below(5)], 1 + below(20), 1 + below(60)];
  const levels = new Uint8ClampedArray(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const isInk = Math.abs(x - y) % most < stroke && x > width / 4 && y > height / 4;
      levels[i] = light + across * x + down * y - (isInk ? light / 2 : 0) + grain * random();
    }
  }
  return { width, height, levels: new Uint8Array(levels.buffer) };
}

/** A crop of strokes of any width, with grey levels around them, in the margin up to some level. */
function someCrop(most: number, brightest: number): Plane {
  const [width, height] = [3 + below(most), 3 + below(most)];
  const isMargin = (i: number) =>
    i < width || i >= width * (height - 1) || i % width === 0 || i % width === width - 1;
  const levels = Uint8Array.from({ length: width * height }, (_, i) =>
    below(3) === 0 ? 0 : below(isMargin(i) ? 1 + brightest : BRIGHT),
  );
  const reach = below(1 + Math.min(width, height) / 4);
  for (let stroke = 0; stroke < 3; stroke++) {
    const [dx, dy] = [2 * random() - 1, 2 * random() - 1];
    let [x, y] = [1 + below(width - 2), 1 + below(height - 2)];
    for (let step = 0; step < longerSide({ width, height }); step++, x += dx, y += dy) {
      for (let i = -reach; i <= reach; i++) {
        const [column, row] = [Math.round(x + i), Math.round(y - i / 2)];
        const isInside = column > 0 && row > 0 && column < width - 1 && row < height - 1;
        if (isInside) levels[row * width + column] = BRIGHT + below(128);
      }
    }
  }
  return { width, height, levels };
}

describe.each(targets)("the steps of the search in kernels, $target", ({ module }) => {
  const steps = kernelSteps(module);

  it("composite and reduce as plain ones do", () => {
    for (let i = 0; i < 300; i++) {
      const [width, height] = [1 + below(70), 1 + below(70)];
      const image = someImage(width, height);
      const side = 1 + below(80);
      const about = `${width}×${height} to ${side} (SEED=${seed})`;
      expect(steps.flatten(image, side), about).toEqual(plainSteps.flatten(image, side));
    }
  });

  it("composite and reduce images of the working size", () => {
    for (const [width, height] of [
      [1024, 1024],
      [1023, 641],
      [1, 1024],
      [640, 640],
    ]) {
      const image = someImage(width, height);
      for (const side of [640, 112, 48]) {
        const { levels } = steps.flatten(image, side);
        const expected = plainSteps.flatten(image, side).levels;
        expect(Buffer.compare(levels, expected), `to ${side} (SEED=${seed})`).toBe(0);
      }
    }
  });

  const expectEvenedAlike = (plane: Plane) => {
    for (const isDark of [true, false]) {
      const { levels } = steps.evenLight(plane, isDark);
      const expected = plainSteps.evenLight(plane, isDark).levels;
      const about = `${plane.width}×${plane.height}, ${isDark} (SEED=${seed})`;
      expect(Buffer.compare(levels, expected), about).toBe(0);
    }
  };

  it("even out the light of photographs, grounds with specks and noise", () => {
    for (let i = 0; i < 300; i++) {
      const [width, height] = [1 + below(90), 1 + below(90)];
      expectEvenedAlike(somePhotograph(width, height));
      expectEvenedAlike({ width, height, levels: someLevels(width * height) });
    }
  });

  it("even out the light along every side there is", () => {
    for (let side = 1; side <= 1024; side++) {
      expectEvenedAlike(somePhotograph(side, 1 + below(3)));
      expectEvenedAlike(somePhotograph(1 + below(3), side));
    }
    for (const [width, height] of [
      [1024, 1024],
      [1023, 641],
      [640, 480],
      [1024, 48],
      [31, 1024],
    ]) {
      expectEvenedAlike(somePhotograph(width, height));
    }
  });

  it("count and map levels", () => {
    for (let i = 0; i < 300; i++) {
      const levels = someLevels(1 + below(200));
      const table = Uint8Array.from({ length: 256 }, () => below(256));
      expect(steps.histogramOf(levels), `SEED=${seed}`).toEqual(plainSteps.histogramOf(levels));
      const mapped = plainSteps.mapLevels(levels, table);
      expect(steps.mapLevels(levels, table), `SEED=${seed}`).toEqual(mapped);
    }
  });

  it("find the runs of strokes, specks and noise", () => {
    for (let i = 0; i < 300; i++) {
      const [width, height] = [1 + below(70), 1 + below(30)];
      const plane = { width, height, levels: someLevels(width * height) };
      const weak = 1 + below(255);
      const strong = weak + below(256 - weak);
      const about = `${width}×${height}, ${weak}, ${strong} (SEED=${seed})`;
      const expected = plainSteps.findRuns(plane, weak, strong);
      expect(expected, about).not.toBeNull();
      expect(steps.findRuns(plane, weak, strong), about).toEqual(expected);
    }
  });

  it("find as many runs as there may be, and no more", () => {
    // Stripes of one pixel have as many runs as pixels; below them there is one a row.
    const striped = (rows: number, height: number): Plane => {
      const levels = Uint8Array.from({ length: 1024 * height }, (_, i) =>
        i < 1024 * rows && i % 2 === 0 ? 255 : 0,
      );
      return { width: 1024, height, levels };
    };
    const most = striped(204, 1024);
    expect(steps.findRuns(most, 1, 255)).toEqual(plainSteps.findRuns(most, 1, 255));
    for (const [rows, height] of [
      [205, 1024],
      [10, 11],
    ]) {
      const tooMany = striped(rows, height);
      expect(plainSteps.findRuns(tooMany, 1, 255)).toBeNull();
      expect(steps.findRuns(tooMany, 1, 255)).toBeNull();
    }
    const atTheEnd = striped(10, 10);
    expect(steps.findRuns(atTheEnd, 1, 255)).toEqual(plainSteps.findRuns(atTheEnd, 1, 255));
  });

  it.each([
    [8, 0],
    [70, 0],
    [300, 0],
    [8, BRIGHT - 1],
    [70, BRIGHT - 1],
  ])("draw digits of up to %i pixels with levels of up to %i around them", (most, brightest) => {
    for (let i = 0; i < 200; i++) {
      const crop = someCrop(most, brightest);
      if (!crop.levels.some((level) => level >= BRIGHT)) continue;
      const about = `${crop.width}×${crop.height} (SEED=${seed})`;
      expect(steps.drawDigit(crop), about).toEqual(plainSteps.drawDigit(crop));
    }
  });
});
