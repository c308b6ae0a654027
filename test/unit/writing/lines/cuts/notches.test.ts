import { describe, expect, it } from "vitest";
import { notchPaths } from "../../../../../worker/writing/lines/cuts/notches.ts";
import { reduced } from "../../../../../worker/writing/lines/cuts/paths.ts";

/** Rows of writing, # for ink. */
function writing(rows: string[]) {
  const levels = Uint8Array.from([...rows.join("")], (char) => (char === "#" ? 255 : 0));
  return reduced({ width: rows[0].length, height: rows.length, levels }, 1);
}

describe("notchPaths", () => {
  it("cuts along strokes that lean on each other, between the notches over and under them", () => {
    const leaning = writing([
      "............",
      ".##......##.",
      ".###....###.",
      "..###..###..",
      "...######...",
      "...######...",
      "...######...",
      "..###..###..",
      ".###....###.",
      "............",
    ]);
    const paths = notchPaths(leaning, 8);
    expect(paths).toHaveLength(1);
    const [{ columns, ink, crossings }] = paths;
    expect([...columns]).toEqual(Array(10).fill(6));
    expect({ ink, crossings }).toEqual({ ink: 3, crossings: 1 });
  });

  it("slants from one notch to the other, unless they are far apart", () => {
    const shifted = writing([
      "##....####",
      "##....####",
      "##########",
      "##########",
      "######..##",
      "######..##",
    ]);
    const [{ columns }] = notchPaths(shifted, 8);
    expect([...columns]).toEqual([4, 4, 4, 7, 7, 7]);
    expect(notchPaths(shifted, 4)).toEqual([]);
  });

  it("finds none in a stroke without notches", () => {
    expect(notchPaths(writing(["......", ".####.", ".####.", "......"]), 4)).toEqual([]);
  });
});
