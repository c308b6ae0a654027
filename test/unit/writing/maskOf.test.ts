import { describe, expect, it } from "vitest";
import { crop } from "../../../worker/writing/candidates/crop.ts";
import { FINE } from "../../../worker/writing/form/fineMask.ts";
import { layerOf, levelsOf } from "../../../worker/writing/ground/layers.ts";
import { longerSide, type Plane } from "../../../worker/writing/Plane.ts";
import { plainSteps } from "../../../worker/writing/plainSteps.ts";
import { type Labelled, label, labelLayer } from "../../../worker/writing/shapes/label.ts";
import { maskOf } from "../../../worker/writing/shapes/maskOf.ts";
import { type Shape, shapeOf } from "../../../worker/writing/shapes/Shape.ts";
import { randomFrom, seed } from "../random.ts";
import { draw, paintOver } from "./drawings.ts";

const random = randomFrom(seed);

/** The components of strong ink. */
function inkOf({ components }: Labelled): Shape[] {
  return Array.from({ length: components.count }, (_, c) => shapeOf(components, c)).filter(
    ({ component }) => components.isStrong[component] === 1,
  );
}

describe("maskOf", () => {
  const picture = (rows: string[]): Plane => ({
    width: rows[0].length,
    height: rows.length,
    levels: Uint8Array.from(rows.join(""), Number),
  });

  it("has the pixels of the shapes that are asked for in their box, and no others", () => {
    const plane = picture(["00000000", "09900900", "09009900", "00000090", "99000000"]);
    const labelled = label(plane, 5, 5, plainSteps) ?? expect.fail("no strokes");
    const [left, right] = inkOf(labelled);
    const rows = (shapes: Shape[], margin: number) => {
      const { width, height, levels } = maskOf(shapes, labelled, plane.width, margin);
      return Array.from({ length: height }, (_, y) =>
        levels.subarray(y * width, (y + 1) * width).join(" "),
      );
    };
    expect(rows([left], 0)).toEqual(["255 255", "255 0"]);
    expect(rows([right], 1)).toEqual([
      "0 0 0 0 0",
      "0 0 255 0 0",
      "0 255 255 0 0",
      "0 0 0 255 0",
      "0 0 0 0 0",
    ]);
    expect(rows([left, right], 0)).toEqual([
      "255 255 0 0 255 0",
      "255 0 0 255 255 0",
      "0 0 0 0 0 255",
    ]);
  });

  it("is drawn as a crop with its levels is, where it is scaled down", () => {
    let drawn = 0;
    for (let digit = 0; digit < 10; digit++) {
      const clean = draw(digit, { side: 120 + 20 * digit, line: 2 + 3 * digit, ink: 90 });
      const { width, height, grey } = paintOver(clean, (_x, _y, level) => level - 60 * random());
      const levels = levelsOf({ width, height, levels: grey }, plainSteps);
      const layer = layerOf(levels, true) ?? expect.fail("no ink");
      const labelled = labelLayer(layer) ?? expect.fail("no strokes");
      for (const shape of inkOf(labelled)) {
        if (longerSide(shape.box) <= FINE) continue;
        const mask = maskOf([shape], labelled, width, 1);
        const expected = plainSteps.drawDigit(crop(layer, labelled, [shape]));
        expect(plainSteps.drawDigit(mask), `${digit} (SEED=${seed})`).toEqual(expected);
        drawn++;
      }
    }
    expect(drawn).toBeGreaterThanOrEqual(10);
  });
});
