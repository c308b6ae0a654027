import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "fast-png";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { blank } from "../writing/drawings.ts";
import { runTool } from "./run.ts";

const sample = "samples/3-large-black-on-white.png";
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "explain-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const explain = (...args: string[]) => runTool("worker/commands/explain/explain.ts", ...args);

describe("explain", () => {
  it("draws each stage and the probabilities", () => {
    const out = join(folder, "deep", "strip.svg");
    const { status, stdout, stderr } = explain(sample, "--out", out);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/shows a 3, with a probability of \d+\.\d\d %/);
    const svg = readFileSync(out, "utf8");
    expect(svg.match(/<image /g)).toHaveLength(4);
    expect(svg).toContain("280×280");
    expect(svg.match(/<text[^>]*>\d<\/text>/g)).toHaveLength(10);
  });

  it("says why a picture is refused, beside what was found in it", () => {
    const file = join(folder, "a<b.png");
    const { width, height, grey } = blank(40, 40);
    writeFileSync(file, encode({ width, height, data: grey, channels: 1 }));
    const out = join(folder, "strip.svg");
    expect(explain(file, "--out", out)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("The image is blank"),
    });
    const svg = readFileSync(out, "utf8");
    expect(svg.match(/<image /g)).toHaveLength(1);
    expect(svg).toContain("The image is blank");
    expect(svg).toContain("a&lt;b.png");
    expect(explain(file, "--out", out, "--normalize", "never").stdout).toContain("shows a");
  });

  it("draws the digits that it reads, line by line", () => {
    const out = join(folder, "numbers.svg");
    const { status, stdout, stderr } = explain(sample, "--read", "--out", out);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^3$/m);
    const svg = readFileSync(out, "utf8");
    expect(svg.match(/<image /g)?.length).toBeGreaterThanOrEqual(2);
    expect(svg).toMatch(/tried and left out: \d+ pieces/);
    expect(svg.match(/<polyline /g)).toHaveLength(1);
    expect(svg).toMatch(/line 1: 3, \d+\.\d\d %/);
  });

  it("says why nothing is read, below the picture", () => {
    const file = join(folder, "blank.png");
    const { width, height, grey } = blank(40, 40);
    writeFileSync(file, encode({ width, height, data: grey, channels: 1 }));
    const out = join(folder, "numbers.svg");
    const { status, stdout } = explain(file, "--read", "--out", out);
    expect(status).toBe(0);
    const refusal = stdout.trim().split("\n").at(-1) ?? "";
    expect(refusal).toMatch(/^[A-Z].*image/);
    expect(readFileSync(out, "utf8")).toContain(refusal);
  });

  it.each([
    ["a file that is not there", ["nowhere.png"], /nowhere\.png does not exist/],
    ["a file that is not a PNG", ["package.json"], /not a PNG/],
    ["no file", [], /Usage/],
    ["several files", [sample, sample], /Usage/],
    ["--normalize beside --read", [sample, "--read", "--normalize", "auto"], /does not go with/],
    ["another value of --normalize", [sample, "--normalize", "no"], /auto, always, never/],
  ])("says so and exits with 1 on %s", (_name, args, message) => {
    const { status, stderr } = explain(...args);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(message) });
    expect(stderr).not.toContain(" at ");
  });

  it("explains itself", () => {
    expect(explain("--help")).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("Usage"),
    });
  });
});
