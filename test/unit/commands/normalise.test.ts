import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "fast-png";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createClassifier } from "../../../worker/adapters/node.ts";
import { encodeIdxPair, readIdxPair } from "../../../worker/files/idx.ts";
import { blank, draw } from "../writing/drawings.ts";
import { runTool } from "./run.ts";

const digits = Array.from({ length: 10 }, (_, digit) => digit);
let folder: string;
let images: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "normalise-"));
  images = join(folder, "people");
  out = join(folder, "deep", "out");
  mkdirSync(images);
});
afterEach(() => rmSync(folder, { recursive: true }));

const normalise = (...args: string[]) =>
  runTool("worker/commands/normalise/normalise.ts", images, out, ...args);
const names = (name: string) => readFileSync(join(out, `${name}-names.txt`), "utf8").split("\n");

/** Writes a pair of IDX files of dark digits on light ground, 40×40, and a blank image. */
function writePair(name: string): void {
  const drawings = [...digits.map((digit) => draw(digit, { side: 40, line: 4 })), blank(40, 40)];
  const pixels = Buffer.concat(drawings.map(({ grey }) => grey));
  const labels = Uint8Array.from([...digits, 0]);
  const pair = encodeIdxPair(name, { count: 11, width: 40, height: 40, pixels, labels });
  for (const [file, bytes] of pair) writeFileSync(join(images, file), bytes);
}

describe("normalise", () => {
  it("brings a pair of IDX files of any size to 28×28, and leaves out what it cannot read", async () => {
    writePair("hands-train");
    const { status, stdout, stderr } = normalise();
    expect(stderr).toMatch(/^hands-train: 10: The image is blank/);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: "hands-train: 10 images, 1 refused\n",
    });

    const found = readIdxPair(out, "hands-train");
    expect(found).toMatchObject({ count: 10, width: 28, height: 28 });
    expect([...found.labels]).toEqual(digits);
    expect(names("hands-train")).toEqual([...digits.map(String), ""]);
    const classified = (await createClassifier()).classifyBatch(found.pixels, 10);
    expect(classified.map(({ digit }) => digit)).toEqual(digits);
  });

  it("takes the pairs that it is told", () => {
    for (const name of ["one", "two"]) writePair(name);
    expect(normalise("--set", "two").stdout).toMatch(/^two: /);
    expect(existsSync(join(out, "one-names.txt"))).toBe(false);
    expect(normalise("--set", "three").stderr).toMatch(/has no pair of IDX files named three/);
  });

  it("brings image files to one pair, named by the folder, with their paths", () => {
    mkdirSync(join(images, "4"));
    copyFileSync("samples/4-photograph-lying.jpg", join(images, "4", "anna.jpg"));
    copyFileSync("samples/7.png", join(images, "7-01.png"));
    expect(normalise()).toMatchObject({ status: 0, stderr: "" });
    expect([...readIdxPair(out, "people").labels]).toEqual([4, 7]);
    expect(names("people")).toEqual(["4/anna.jpg", "7-01.png", ""]);
  });

  it("normalises MNIST's form too, as the service does under always", () => {
    copyFileSync("samples/7.png", join(images, "7.png"));
    const { width, height, grey } = draw(7, { side: 28, line: 1, ink: 255, ground: 0 });
    writeFileSync(join(images, "7-thin.png"), encode({ width, height, data: grey, channels: 1 }));
    normalise();
    const { pixels } = readIdxPair(out, "people");
    expect(pixels.subarray(0, 784)).not.toEqual(grey);
  });

  it("says so and exits with 1 where no picture can be used", () => {
    expect(normalise().stderr).toMatch(/people holds no PNG or JPEG file/);
    writeFileSync(join(images, "8.png"), "not a picture");
    const { status, stderr } = normalise();
    expect(status).toBe(1);
    expect(stderr).toMatch(/8\.png: The image is not a PNG or JPEG.*no digit was made out/s);
    writeFileSync(join(images, "eight.png"), "");
    expect(normalise().stderr).toMatch(/eight\.png is not named by its digit/);
  });

  it("explains itself", () => {
    expect(runTool("worker/commands/normalise/normalise.ts", "--help").stdout).toContain("Usage");
    expect(runTool("worker/commands/normalise/normalise.ts", "one")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("Usage"),
    });
  });
});
