import { describe, expect, it, type TestContext } from "vitest";
import { python } from "./python.ts";

describe("drawn strokes", () => {
  /**
   * Where ink is, by pixel, after a stroke is drawn onto a stem in the columns 23 and 24 and the rows 14 to 33.
   *
   * @param more what belongs to the digit beside its stem, in Python
   */
  function inkOf(
    context: TestContext,
    addition: string,
    more = "",
  ): { row: number; column: number }[] {
    const pixels = python(
      context,
      `
from training.drawn import ADDITIONS
torch.manual_seed(1)
stem = torch.zeros(1, 28, 28, dtype=torch.uint8)
stem[0, 4:24, 13:15] = 255
${more}
print(json.dumps((ADDITIONS["${addition}"][1](stem)[0] > 127).nonzero().tolist()))`,
    ) as [number, number][];
    return pixels.map(([row, column]) => ({ row, column }));
  }
  /** Where there is ink to the left and to the right of the stem: above its foot, at it, or both. */
  function sidesOf(ink: ReturnType<typeof inkOf>) {
    const heights = (beside: (column: number) => boolean) => {
      const rows = ink.filter(({ column }) => beside(column)).map(({ row }) => row);
      return [...new Set(rows.map((row) => (row > 29 ? "low" : "high")))].sort();
    };
    return { left: heights((column) => column < 21), right: heights((column) => column > 26) };
  }

  it("put a flag to the left of a 1's top", (context) => {
    expect(sidesOf(inkOf(context, "1s with flags"))).toEqual({ left: ["high"], right: [] });
  });

  it("put a flag and a foot on a 1", (context) => {
    expect(sidesOf(inkOf(context, "1s with feet"))).toEqual({
      left: ["high", "low"],
      right: ["low"],
    });
  });

  it("bend a 6's stem over to the right and down at its top", (context) => {
    expect(sidesOf(inkOf(context, "6s with hooks"))).toEqual({ left: [], right: ["high"] });
  });

  it("put a bar across a 7's stem", (context) => {
    const beside = inkOf(context, "7s with bars").filter(
      ({ column }) => column < 21 || column > 26,
    );
    expect(beside.some(({ column }) => column < 21)).toBe(true);
    expect(beside.some(({ column }) => column > 26)).toBe(true);
    for (const { row } of beside) {
      expect(row).toBeGreaterThan(18);
      expect(row).toBeLessThan(32);
    }
  });

  it("put a serif below the beginning of a 7's bar", (context) => {
    const bar = "stem[0, 4:6, 4:15] = 255";
    const ink = inkOf(context, "7s with serifs", bar);
    expect(sidesOf(ink)).toEqual({ left: ["high"], right: [] });
    const left = ink.filter(({ row, column }) => row > 17 && column < 21);
    expect(left.length).toBeGreaterThan(0);
    expect(left.every(({ column }) => column < 18)).toBe(true);
  });

  it("put a tail to the left of a 9's end", (context) => {
    const { left, right } = sidesOf(inkOf(context, "9s with tails"));
    expect(left).toContain("low");
    expect(right).toEqual([]);
  });
});

describe("square digits", () => {
  it("go along the edges of two cells, but for a 1's flag and a 7's stem, which may cross them", (context) => {
    const [labels, segments] = python(
      context,
      `
from training.square import Squares, square_digits
torch.manual_seed(1)
images, labels = square_digits(6, Squares(width=(1, 1), middle=(0.5, 0.5), slant=(0, 0), astray=0))
# The cells' edges lie in the rows 9, 24 and 39 and in the columns 9 and 39.
points = {"a": (9, 24), "b": (16, 39), "c": (31, 39), "d": (39, 24), "e": (31, 9), "f": (16, 9), "g": (24, 24)}
lit = lambda image: "".join(name for name, (row, column) in points.items() if image[row, column] > 127)
found = [sorted({lit(image) for image in images[labels == digit]}) for digit in range(10)]
print(json.dumps([torch.bincount(labels.long()).tolist(), found]))`,
    ) as [number[], string[][]];
    expect(labels).toEqual(Array.from({ length: 10 }, () => 6));
    expect(segments).toEqual([
      ["abcdef"],
      ["bc"],
      ["abdeg"],
      ["abcdg"],
      ["bcfg"],
      ["acdfg"],
      ["acdefg", "cdefg"],
      ["abc", "abcf", "ag"],
      ["abcdefg"],
      ["abcdfg", "abcfg"],
    ]);
  });
});
