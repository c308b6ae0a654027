import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultLimits } from "../../../../worker/settings/limits.ts";
import { decodeBothWays } from "../decodeBothWays.ts";
import { decodeWithLibpng, expectSamePixels } from "./libpng.ts";

/** A folder with Willem van Schaik's PngSuite, which this repository has not. */
const folder = process.env.PNGSUITE;
const names = folder && existsSync(folder) ? readdirSync(folder) : [];

/** The suite's files; the names of the corrupt ones begin with an x. */
const pngs = names.filter((name) => name.endsWith(".png"));
const read = (name: string) => readFileSync(join(folder ?? "", name));

describe("decodeImage of PngSuite", () => {
  it("finds the suite", ({ skip }) => {
    if (!folder) skip("needs PNGSUITE=DIR, a folder with the files of PngSuite");
    expect(pngs.length, `PNGSUITE=${folder} has no PNG files`).toBeGreaterThan(0);
  });

  it.each(pngs.filter((name) => !name.startsWith("x")))("reads %s as libpng does", async (name) => {
    const file = read(name);
    expectSamePixels(decodeBothWays(file, defaultLimits), await decodeWithLibpng(file), name);
  });

  it.each(pngs.filter((name) => name.startsWith("x")))("refuses %s", (name) => {
    expect(() => decodeBothWays(read(name), defaultLimits)).toThrow(
      expect.objectContaining({ name: "InputError", status: 400 }),
    );
  });
});
