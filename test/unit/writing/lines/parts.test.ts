import { describe, expect, it } from "vitest";
import { partsOf } from "../../../../worker/writing/lines/parts.ts";
import type { Shape } from "../../../../worker/writing/shapes/Shape.ts";

/** The height of a digit. */
const HEIGHT = 100;

function shape(left: number, top: number, width: number, height: number): Shape {
  const [area, outline] = [width * height, 2 * (width + height)];
  return { component: left, area, outline, onBorder: 0, box: { left, top, width, height } };
}

describe("partsOf", () => {
  it("offers the bar of a 5 to it and to the digit that it ends at", () => {
    const [five, next, bar] = [shape(0, 15, 50, 85), shape(118, 0, 60, 100), shape(50, 0, 66, 10)];
    const parts = partsOf([bar, next, five], HEIGHT);
    expect(parts.map(({ main, lesser }) => [main, ...lesser])).toEqual([
      [five, bar],
      [next, bar],
    ]);
  });

  it("takes what is small for a part of its own where it stands alone, unless it is a dot or dash", () => {
    const [digit, small] = [shape(0, 0, 60, 100), shape(150, 40, 20, 27)];
    const [dot, dash] = [shape(250, 60, 12, 12), shape(300, 50, 60, 25)];
    const parts = partsOf([digit, small, dot, dash], HEIGHT);
    expect(parts.map(({ main }) => main)).toEqual([digit, small]);
  });
});
