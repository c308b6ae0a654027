import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { encode } from "fast-png";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { editDistance } from "../../../worker/commands/evaluate/numbers/editDistance.ts";
import { tally, worstFirst } from "../../../worker/commands/evaluate/numbers/tally.ts";
import { randomFrom, seed } from "../random.ts";
import { blank } from "../writing/drawings.ts";
import { runTool } from "./run.ts";

describe("editDistance", () => {
  it.each([
    ["kitten", "sitting", 3],
    ["", "123", 3],
    ["123", "", 3],
    ["12345", "12345", 0],
    ["12345", "1245", 1],
    ["90210", "92010", 2],
  ])("from %s to %s is %i", (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
    expect(editDistance(to, from)).toBe(distance);
  });

  it("gives the longest common subsequence where replacing costs 2", () => {
    const random = randomFrom(seed);
    const word = () => Array.from({ length: 8 * random() }, () => Math.floor(3 * random()));
    for (let round = 0; round < 100; round++) {
      const [a, b] = [word(), word()];
      const common = (a.length + b.length - editDistance(a, b, 2)) / 2;
      expect(common, `SEED=${seed}`).toBe(longestCommon(a, b));
    }
  });
});

describe("tally", () => {
  const result = (due: string, read: string | null) => ({ name: due, group: "", due, read });

  it("counts pictures, lines and digits that are read as they are", () => {
    const results = [result("12\n345", "12\n345"), result("12\n345", "12\n346"), result("7", null)];
    expect(tally(results)).toEqual({
      pictures: 3,
      exact: 1,
      refused: 1,
      lines: 5,
      exactLines: 3,
      digits: 11,
      wrong: 2,
    });
  });

  it("keeps counting lines after one that is not there, or is one too many", () => {
    expect(tally([result("1\n2\n3", "1\n3")])).toMatchObject({ exactLines: 2, wrong: 1 });
    expect(tally([result("1\n3", "1\n2\n3")])).toMatchObject({ exactLines: 2, wrong: 1 });
  });

  it("takes lines that are read as one for lost, and none of their digits", () => {
    expect(tally([result("12\n345", "12345")])).toMatchObject({
      exact: 0,
      exactLines: 0,
      wrong: 0,
    });
  });

  it("puts the results with the most wrong digits first", () => {
    const results = [result("12", "12"), result("12", "13"), result("123", null)];
    expect(worstFirst(results).map(({ read }) => read)).toEqual([null, "13"]);
  });
});

describe("evaluate --numbers", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "numbers-"));
    for (const group of ["right", "wrong"]) mkdirSync(join(folder, group));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const sample = (name: string) =>
    fileURLToPath(new URL(`../../../samples/${name}`, import.meta.url));
  const evaluate = (...args: string[]) =>
    runTool("worker/commands/evaluate/evaluate.ts", "--numbers", folder, ...args);

  it("reports on PNGs and JPEGs by folder, and draws the mistakes", async () => {
    copyFileSync(sample("3-large-black-on-white.png"), join(folder, "right/3.png"));
    const jpeg = await sharp(sample("3-large-black-on-white.png")).jpeg().toBuffer();
    writeFileSync(join(folder, "right/3-photo-of.JPEG"), jpeg);
    copyFileSync(sample("7.png"), join(folder, "wrong/12_7-two.lines.png"));
    const { width, height, grey } = blank(40, 40);
    writeFileSync(join(folder, "wrong/80.png"), encode({ width, height, data: grey, channels: 1 }));

    const sheet = join(folder, "deep", "mistakes.svg");
    const { status, stdout, stderr } = evaluate("--mistakes", sheet);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("exact pictures 50.00 % (2 of 4) (95 % interval");
    expect(stdout).toContain("exact lines 60.00 % (3 of 5)");
    expect(stdout).toContain("digit error rate 57.14 % (4 of 7)");
    expect(stdout).toMatch(/^right +2\/2 +2\/2 +0\/2 +0\.00 +·$/m);
    expect(stdout).toMatch(/^wrong +0\/2 +1\/3 +4\/5 +80\.00 +1$/m);
    expect(stdout).toMatch(/two\.lines\.png {2}12\/7 {2}7$/m);
    expect(stdout).toMatch(/80\.png {2}80 {2}nothing$/m);
    const svg = readFileSync(sheet, "utf8");
    expect(svg.match(/<image /g)).toHaveLength(2);
    expect(svg.match(/fill="none"/g)).toHaveLength(1);
    expect(svg).toContain("written 12/7");
  });

  it("names the file that it cannot use", () => {
    expect(evaluate().stderr).toMatch(/holds no PNG or JPEG file/);
    writeFileSync(join(folder, "8.png"), "not a picture");
    expect(evaluate()).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/8\.png is refused: The image is not a PNG or JPEG/),
    });
    writeFileSync(join(folder, "12 apples.png"), "");
    expect(evaluate().stderr).toMatch(/12 apples\.png is not named by its digits/);
  });

  it.each([["--report"], ["--calibration"], ["--normalize"], ["--mnist"]])(
    "does not go with %s",
    (option) => {
      const { status, stderr } = evaluate(option, "always");
      expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining("alone") });
    },
  );
});

/** By trying both ways wherever the lists part. */
function longestCommon(a: number[], b: number[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const [[first, ...restA], [other, ...restB]] = [a, b];
  if (first === other) return 1 + longestCommon(restA, restB);
  return Math.max(longestCommon(restA, b), longestCommon(a, restB));
}
