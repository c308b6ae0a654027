import { describe, expect, it } from "vitest";
import { straightLines } from "../../../../worker/writing/lines/straightLines.ts";
import type { Plane } from "../../../../worker/writing/Plane.ts";
import { plainSteps } from "../../../../worker/writing/plainSteps.ts";

const [WIDTH, HEIGHT] = [300, 60];

function mask(isInk: (x: number, y: number) => boolean): Plane {
  const levels = new Uint8Array(WIDTH * HEIGHT).map((_, i) =>
    isInk(i % WIDTH, Math.floor(i / WIDTH)) ? 255 : 0,
  );
  return { width: WIDTH, height: HEIGHT, levels };
}

/** A line two pixels thick that falls by `slope` a column. */
const line = (slope: number) => (x: number, y: number) => {
  const top = Math.round(20 + slope * x);
  return y === top || y === top + 1;
};

const find = (isInk: (x: number, y: number) => boolean) =>
  straightLines(mask(isInk), 150, 5, plainSteps);

describe("straightLines", () => {
  it.each([0, 0.05, -0.05])("finds a line of slope %d from end to end", (slope) => {
    const [found] = find(line(slope));
    expect([found.from, found.to]).toEqual([0, WIDTH - 1]);
    expect(found.end - found.start).toBeCloseTo(slope * WIDTH, -1);
  });

  it("goes on behind strokes that cross it, where it is covered", () => {
    const [found] = find((x, y) => line(0)(x, y) || (x % 60 < 8 && y > 5 && y < 50));
    expect([found.from, found.to]).toEqual([8, WIDTH - 1]);
    expect([...found.top].filter((row) => row < 0)).toHaveLength(8 * 4);
  });

  it("finds one that begins beside the ragged edge of a bar", () => {
    const isBar = (x: number, y: number) => (x === 1 || x === 2) && y > 5 && y < 50;
    const isRag = (x: number, y: number) => x === 0 && (y === 18 || y === 19);
    const isLine = (x: number, y: number) => x > 2 && x < 60 && y >= 20 && y <= 22;
    const ink = mask((x, y) => isBar(x, y) || isRag(x, y) || isLine(x, y));
    const expected = [{ from: 3, to: 59, start: 21, end: 21 }];
    expect(straightLines(ink, 40, 5, plainSteps)).toMatchObject(expected);
  });

  it("goes on behind a stroke that lies along it", () => {
    const [found] = find((x, y) => line(0)(x, y) || (x > 100 && x < 140 && y > 17 && y < 22));
    expect([found.from, found.to]).toEqual([0, WIDTH - 1]);
    expect(found.top.subarray(105, 135).every((row) => row < 0)).toBe(true);
  });

  it.each<[string, (x: number, y: number) => boolean]>([
    ["a bow", (x, y) => Math.abs(y - 50 + 40 * Math.sin((Math.PI * x) / WIDTH)) <= 1],
    ["dashes far apart", (x, y) => x % 60 < 20 && line(0)(x, y)],
    ["a thick bar", (_x, y) => y > 20 && y < 40],
    ["a short line", (x, y) => x < 100 && line(0)(x, y)],
  ])("does not take %s for one", (_name, isInk) => {
    expect(find(isInk)).toEqual([]);
  });
});
