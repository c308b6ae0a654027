import { describe, expect, it } from "vitest";
import { rowsOf } from "../../../../worker/writing/lines/rows.ts";
import { randomFrom, seed } from "../../random.ts";

const HEIGHT = 40;
const random = randomFrom(seed);

/** Rows of boxes on a page, and which row each is of. */
function page(rows: number, digits: number, fall: (x: number) => number) {
  const boxes = Array.from({ length: rows * digits }, (_, i) => {
    const [row, place] = [Math.floor(i / digits), i % digits];
    const left = 20 + 45 * place + 6 * random();
    const height = HEIGHT * (0.8 + 0.4 * random());
    const top = 60 + 75 * row + fall(left) + 6 * random();
    return { row, place, box: { left, top, width: 28, height } };
  });
  return boxes.sort(() => random() - 0.5);
}

const COURSES: [string, (x: number) => number][] = [
  ["straight", () => 0],
  ["falling by 10°", (x) => x * Math.tan((10 * Math.PI) / 180)],
  ["rising by 15°", (x) => 400 - x * Math.tan((15 * Math.PI) / 180)],
  ["waving", (x) => 14 * Math.sin(x / 60)],
];

describe("rowsOf", () => {
  it.each(COURSES)("reads rows top to bottom, left to right: %s", (_name, fall) => {
    for (let i = 0; i < 30; i++) {
      const rows = rowsOf(page(4, 8, fall), HEIGHT);
      const read = rows.map((row) => row.map(({ row: of, place }) => `${of}.${place}`));
      expect(read, `SEED=${seed}`).toEqual(
        Array.from({ length: 4 }, (_, row) => Array.from({ length: 8 }, (_, k) => `${row}.${k}`)),
      );
    }
  });

  it("keeps digits that stand unevenly in one row", () => {
    const places: [left: number, top: number, height: number][] = [
      [12, 36, 116],
      [159, 101, 69],
      [247, 54, 91],
      [333, 86, 72],
    ];
    const boxes = places.map(([left, top, height]) => ({ box: { left, top, width: 60, height } }));
    expect(rowsOf(boxes, 92)).toEqual([boxes]);
  });

  it("has no rows where there is nothing", () => {
    expect(rowsOf([], HEIGHT)).toEqual([]);
  });
});
