import { expect, it } from "vitest";
import { boxBetween, cutBetween } from "../../../../../worker/writing/lines/cuts/between.ts";
import { type Seam, seams } from "../../../../../worker/writing/lines/cuts/seams.ts";
import { BRIGHT, type Plane } from "../../../../../worker/writing/Plane.ts";
import { plainSteps } from "../../../../../worker/writing/plainSteps.ts";
import { randomFrom, seed } from "../../../random.ts";

const random = randomFrom(seed);

/** Blots and soft edges of all levels, with a margin of a pixel. */
function blots(width: number, height: number): Plane {
  const levels = new Uint8Array(width * height).map((_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const isMargin = x === 0 || y === 0 || x === width - 1 || y === height - 1;
    return isMargin || random() < 0.8 ? 0 : Math.floor(256 * random());
  });
  return { width, height, levels };
}

/** The level at a place if it is between two seams, and otherwise 0. */
function levelBetween({ width, levels }: Plane, start: Seam, end: Seam, x: number, y: number) {
  return x >= start.columns[y] && x < end.columns[y] ? levels[y * width + x] : 0;
}

it("cuts out what lies between two seams, its margin dimmed", () => {
  for (let round = 0; round < 5; round++) {
    const plane = blots(60, 24);
    const ways = seams(plane, 22);
    expect(ways.length, `SEED=${seed}`).toBeGreaterThan(2);
    for (const start of ways) {
      for (const end of ways) {
        const places = [...plane.levels.keys()]
          .map((i) => [i % plane.width, Math.floor(i / plane.width)])
          .filter(([x, y]) => levelBetween(plane, start, end, x, y) >= BRIGHT);
        const box = boxBetween(start, end);
        if (!box) {
          expect(places, `SEED=${seed}`).toEqual([]);
          continue;
        }
        const [columns, rows] = [places.map(([x]) => x), places.map(([, y]) => y)];
        const [left, top] = [Math.min(...columns), Math.min(...rows)];
        const [width, height] = [Math.max(...columns) - left + 1, Math.max(...rows) - top + 1];
        expect(box, `SEED=${seed}`).toEqual({ left, top, width, height });
        const cutOut = cutBetween(plane, box, start, end, plainSteps);
        const expected = cutOut.levels.map((_, i) => {
          const [x, y] = [i % (width + 2), Math.floor(i / (width + 2))];
          const level = levelBetween(plane, start, end, left + x - 1, top + y - 1);
          const isMargin = x === 0 || y === 0 || x === width + 1 || y === height + 1;
          return isMargin ? Math.min(level, BRIGHT - 1) : level;
        });
        expect(cutOut, `SEED=${seed}`).toEqual({
          width: width + 2,
          height: height + 2,
          levels: expected,
        });
      }
    }
  }
});
