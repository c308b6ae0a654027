import { describe, expect, it } from "vitest";
import { plainSteps } from "../../../worker/writing/plainSteps.ts";
import { label } from "../../../worker/writing/shapes/label.ts";
import { readHandwriting } from "../../drawings/hands/handwriting.ts";
import { readPeople } from "../../drawings/hands/people.ts";
import { readScans } from "../../drawings/hands/scans.ts";
import { numberKinds } from "../../drawings/numbers/kinds/numberKinds.ts";
import type { NumberKind } from "../../drawings/numbers/NumberScene.ts";
import { drawNumbers, type NumberDrawing } from "../../drawings/numbers/number.ts";
import { columns, digits, dueOf, like } from "../../drawings/numbers/texts.ts";
import { gather } from "../../drawings/numbers/writing/gather.ts";
import { layOut } from "../../drawings/numbers/writing/layout.ts";
import { lettersOf } from "../../drawings/numbers/writing/letters.ts";
import { penmen } from "../../drawings/numbers/writing/penmen.ts";
import { encodePng } from "../../drawings/picture/encodePng.ts";
import { seed as chance, randomFrom } from "../random.ts";
import { sharedFolder } from "../shared/shared.ts";

const nobody = { people: [], mnist: [], scans: [] };
const SEED = 5;

/** One kind of each family: to draw all of each kind takes half a minute. */
const families = [...Map.groupBy(numberKinds, ({ name }) => name.split("/")[0]).values()].map(
  ([first]) => first,
);

describe("the pictures of numbers", () => {
  it("are eighty kinds or more, each with a name of its own", () => {
    expect(numberKinds.length).toBeGreaterThanOrEqual(80);
    expect(new Set(numberKinds.map(({ name }) => name)).size).toBe(numberKinds.length);
  });

  it.each(families)("$name is the same with a seed, and other with another", (kind) => {
    const png = encodePng(first(kind, SEED).picture);
    expect(encodePng(first(kind, SEED).picture)).toEqual(png);
    expect(encodePng(first(kind, SEED + 1).picture)).not.toEqual(png);
  });

  it.each(numberKinds)("$name says which digits are written, and where", (kind) => {
    const { due, picture, box } = first(kind, SEED);
    expect(due).toMatch(/^\d+(\n\d+)*$/);
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.top).toBeGreaterThanOrEqual(0);
    expect(box.left + box.width).toBeLessThanOrEqual(picture.width);
    expect(box.top + box.height).toBeLessThanOrEqual(picture.height);
  });

  it("are written by a penman of each source in turn", (context) => {
    const hands = sharedFolder("hands", context);
    const everybody = {
      people: readPeople(hands),
      mnist: readHandwriting(sharedFolder("mnist", context)),
      scans: readScans(hands),
    };
    const [row] = numberKinds;
    const sources = Array.from(drawNumbers(row, SEED, 8, everybody), ({ source }) => source);
    const each = ["skeletons", "person", "MNIST", "scan"];
    expect(sources).toEqual([...each, ...each]);
    expect(everybody.scans.length).toBe(4);
    expect(everybody.scans.flat().every((written) => written.length > 0)).toBe(true);
  });
});

describe("a row", () => {
  it.each([
    ["apart", 0.2, 3],
    ["where they touch", -0.02, 1],
  ])("keeps digits %s", (_, gap, pieces) => {
    const replay = `SEED=${chance}`;
    for (let i = 0; i < 20; i++) expect(piecesOf("000", gap, chance + i), replay).toBe(pieces);
  });

  it("has signs in its picture, but not in what is due", () => {
    expect(piecesOf("0-0", 0.2, chance)).toBe(3);
    expect(dueOf(["1,234.50", "- -", "(06) 7"])).toEqual(["123450", "067"]);
  });

  it("says which sign it does not know", () => {
    expect(() => piecesOf("0?0", 0.2, chance)).toThrow("?");
  });
});

describe("texts", () => {
  const random = randomFrom(chance);

  it("have as many digits and rows as they are to have", () => {
    for (let i = 0; i < 50; i++) {
      const rows = digits([2, 4], [1, 3])(random);
      expect(rows.length, `SEED=${chance}`).toBeOneOf([1, 2, 3]);
      for (const row of rows) expect(row).toMatch(/^\d{2,4}$/);
    }
  });

  it("follow a form, and columns the same in each row", () => {
    expect(like(["##+#="])(random)).toEqual([expect.stringMatching(/^\d\d\+\d=$/)]);
    const table = columns(["#", "###"], [3, 3], [4, 4])(random);
    expect(new Set(table.map((row) => row.replaceAll(/\d/g, "#"))).size).toBe(1);
  });
});

function first(kind: NumberKind, seed: number): NumberDrawing {
  const [drawing] = drawNumbers(kind, seed, 1, nobody);
  return drawing;
}

/** How many pieces of ink hang together where skeletons are written so far apart. */
function piecesOf(text: string, gap: number, seed: number): number {
  const random = randomFrom(seed);
  const [penman] = penmen(nobody, random);
  const even = { gap: [gap, gap] as const, heights: 0, bounce: 0, turn: 0 };
  const letters = lettersOf(text, penman, even, random);
  const course = {
    pitch: 1,
    slope: 0,
    wave: { height: 0, length: 1, phase: 0 },
    turn: 0,
    column: 1,
  };
  const [tiles] = layOut([letters], 60, course, { width: 6, tip: "round", cut: 100 });
  const size = { width: 400, height: 120 };
  const moved = tiles.map((tile) => ({ ...tile, left: tile.left + 20, top: tile.top + 20 }));
  const levels = Uint8Array.from(gather(size, moved).ink, (share) => Math.round(share));
  const components = label({ ...size, levels }, 1, 1, plainSteps)?.components;
  return components?.isInk.subarray(0, components.count).filter(Boolean).length ?? 0;
}
