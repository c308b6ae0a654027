import { describe, expect, it } from "vitest";
import type { Drawing } from "../../drawings/DrawingSet.ts";
import { readPeople } from "../../drawings/hands/people.ts";
import { encodePng } from "../../drawings/picture/encodePng.ts";
import { kinds } from "../../drawings/situations/kinds/kinds.ts";
import type { Kind } from "../../drawings/situations/Scene.ts";
import { situation } from "../../drawings/situations/situation.ts";
import { sharedFolder } from "../shared/shared.ts";

const nobody = { people: [], mnist: [] };
const SEED = 5;

/** One kind of each family: to draw thirty of each kind takes half a minute. */
const families = [...Map.groupBy(kinds, ({ name }) => name.split("/")[0]).values()].map(
  ([first]) => first,
);

describe("the situations", () => {
  it("are ninety kinds or more, each with a name of its own", () => {
    expect(kinds.length).toBeGreaterThanOrEqual(90);
    expect(new Set(kinds.map(({ name }) => name)).size).toBe(kinds.length);
  });

  it.each(families)("$name has each digit by three people", (kind) => {
    const labels = [...situation(kind, SEED, nobody)].map(({ label }) => label);
    const digits = Array.from({ length: 10 }, (_, digit) => digit);
    expect(labels).toEqual([...digits, ...digits, ...digits]);
  });

  it.each(families)("$name is the same with a seed, and other with another", (kind) => {
    const png = encodePng(first(kind, SEED).picture);
    expect(encodePng(first(kind, SEED).picture)).toEqual(png);
    expect(encodePng(first(kind, SEED + 1).picture)).not.toEqual(png);
  });

  it.each(kinds)("$name shows the digit where it says", (kind) => {
    const { picture, box } = first(kind, SEED);
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.top).toBeGreaterThanOrEqual(0);
    expect(box.left + box.width).toBeLessThanOrEqual(picture.width);
    expect(box.top + box.height).toBeLessThanOrEqual(picture.height);
    expect(coloursIn({ picture, box })).toBeGreaterThan(1);
  });

  it("are written by a real person, too, where there are strokes", (context) => {
    const people = readPeople(sharedFolder("hands", context));
    const sources = Array.from(
      situation(kinds[0], SEED, { people, mnist: [] }),
      ({ source }) => source,
    );
    expect(people.length).toBe(13);
    expect(people.flat().every((written) => written.length > 0)).toBe(true);
    expect(sources.filter((source) => source === "person").length).toBe(10);
  });
});

function first(kind: Kind, seed: number): Drawing {
  const [drawing] = situation(kind, seed, nobody);
  return drawing;
}

/** How many colours, clear or not, the box's pixels have. */
function coloursIn({ picture, box }: Pick<Drawing, "picture" | "box">): number {
  const { width, planes, alpha } = picture;
  const colours = new Set<string>();
  for (let y = Math.floor(box.top); y < box.top + box.height; y++) {
    for (let x = Math.floor(box.left); x < box.left + box.width; x++) {
      const i = y * width + x;
      colours.add([...planes, alpha].map((plane) => plane[i]).join());
    }
  }
  return colours.size;
}
