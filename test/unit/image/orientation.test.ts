import { describe, expect, it } from "vitest";
import type { GreyImage } from "../../../worker/image/GreyImage.ts";
import { turnUpright } from "../../../worker/image/orientation.ts";

/**
 * One picture, in letters, as the eight orientations store it; Exif 2.32 says for each which sides
 * of the picture the stored first row and first column are.
 */
const stored = [
  { orientation: 1, firstRow: "top", firstColumn: "left", rows: ["abc", "def"] },
  { orientation: 2, firstRow: "top", firstColumn: "right", rows: ["cba", "fed"] },
  { orientation: 3, firstRow: "bottom", firstColumn: "right", rows: ["fed", "cba"] },
  { orientation: 4, firstRow: "bottom", firstColumn: "left", rows: ["def", "abc"] },
  { orientation: 5, firstRow: "left", firstColumn: "top", rows: ["ad", "be", "cf"] },
  { orientation: 6, firstRow: "right", firstColumn: "top", rows: ["cf", "be", "ad"] },
  { orientation: 7, firstRow: "right", firstColumn: "bottom", rows: ["fc", "eb", "da"] },
  { orientation: 8, firstRow: "left", firstColumn: "bottom", rows: ["da", "eb", "fc"] },
];

const upright = imageOf(["abc", "def"]);

describe("turnUpright", () => {
  it.each(stored)(
    "turns $orientation, whose first row is the $firstRow and first column the $firstColumn",
    ({ orientation, rows }) => {
      expect(turnUpright(imageOf(rows), orientation)).toEqual(upright);
    },
  );

  it("turns alpha as it does grey, and leaves none where there was none", () => {
    const { alpha, ...opaque } = imageOf(["cf", "be", "ad"]);
    expect(turnUpright({ ...opaque, alpha: null }, 6).alpha).toBeNull();
    expect(turnUpright({ ...opaque, alpha }, 6).alpha).toEqual(upright.alpha);
  });

  it.each([0, 1, 9, 65535])("leaves the picture as it is for %i", (orientation) => {
    expect(turnUpright(upright, orientation)).toBe(upright);
  });
});

/** Letters as grey levels, and their complements as alpha. */
function imageOf(rows: string[]): GreyImage {
  const grey = new Uint8Array(Buffer.from(rows.join("")));
  return {
    width: rows[0].length,
    height: rows.length,
    grey,
    alpha: grey.map((level) => 255 - level),
  };
}
