import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { decode } from "fast-png";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { encodeIdxPair } from "../../../worker/files/idx.ts";
import { runTool } from "./run.ts";

const samples = Array.from({ length: 10 }, (_, digit) =>
  decode(readFileSync(new URL(`../../../samples/${digit}.png`, import.meta.url))),
);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mnist-"));
  const pixels = Buffer.concat(samples.map(({ data }) => Buffer.from(data as Uint8Array)));
  write("t10k-images-idx3-ubyte.gz", gzipSync(idx([10, 28, 28], pixels)));
  // The last digit is labelled as a 0.
  write("t10k-labels-idx1-ubyte", idx([10], Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 0])));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, bytes: Uint8Array) => writeFileSync(join(folder, name), bytes);
const evaluate = (...args: string[]) => runTool("worker/commands/evaluate/evaluate.ts", ...args);

describe("evaluate", () => {
  it("counts each image under its label and prediction", () => {
    const { status, stdout, stderr } = evaluate("--mnist", folder);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("accuracy 90.00 % (9 of 10; 95 % interval 59.58 to 98.21)");
    expect(stdout).toMatch(/^0 +50\.00 +1 +(· +){8}1 +·$/m);
    expect(stdout).toMatch(/^7 +100\.00 /m);
  });

  it.each([
    ["a missing file", () => rmSync(join(folder, "t10k-labels-idx1-ubyte")), /labels.*is missing/],
    [
      "a file that is not an IDX file",
      () => write("t10k-labels-idx1-ubyte", Buffer.alloc(20)),
      /start with/,
    ],
    ["a broken gzip file", () => write("t10k-images-idx3-ubyte.gz", Buffer.alloc(9)), /unpacked/],
    ["a short file", () => write("t10k-labels-idx1-ubyte", idx([10], Buffer.alloc(9))), /holds 9/],
    [
      "other numbers of labels",
      () => write("t10k-labels-idx1-ubyte", idx([1], Buffer.alloc(1))),
      /10 images and 1 labels/,
    ],
  ])("says so and exits with 1 on %s", (_, damage, message) => {
    damage();
    const { status, stderr } = evaluate("--mnist", folder);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(message) });
    expect(stderr).not.toContain(" at ");
  });

  it("counts a folder of images by folder, and draws what it found", () => {
    const images = join(folder, "images");
    for (const group of ["right", "wrong"]) mkdirSync(join(images, group), { recursive: true });
    const copy = (from: string, to: string) =>
      copyFileSync(new URL(`../../../samples/${from}`, import.meta.url), join(images, to));
    copy("3.png", "right/3-01.png");
    copy("7-white-on-black-rgb.png", "right/7.png");
    copy("5.png", "wrong/6-five.png");

    const [matrix, curve, sheet] = ["c.svg", "r.svg", "m.png"].map((name) => join(folder, name));
    const { status, stdout, stderr } = evaluate(
      ...["--images", images, "--report", matrix, "--calibration", curve, "--mistakes", sheet],
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("accuracy 66.67 % (2 of 3;");
    expect(stdout).toContain("right  accuracy 100.00 % (2 of 2;");
    expect(stdout).toContain("wrong  accuracy 0.00 % (0 of 1;");
    expect(stdout).toMatch(/6-five\.png {2}6 {2}5 {2}\d+\.\d\d %/);
    expect(readFileSync(matrix, "utf8")).toMatch(/^<svg.*66\.67 % of 3 right/s);
    expect(readFileSync(curve, "utf8")).toMatch(/^<svg.*expected calibration error 33\.\d\d %/s);
    const { width, height } = decode(readFileSync(sheet));
    expect([width, height]).toEqual([884, 92]);
  });

  it("takes JPEGs, and a folder's name for the digit of its files", async () => {
    const images = join(folder, "images");
    mkdirSync(join(images, "7"), { recursive: true });
    const seven = fileURLToPath(new URL("../../../samples/7.png", import.meta.url));
    for (const name of ["7/3.jpg", "7/anna.JPEG", "7-01.jpeg"]) {
      writeFileSync(join(images, name), await sharp(seven).jpeg().toBuffer());
    }
    const { status, stdout, stderr } = evaluate("--images", images);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("accuracy 100.00 % (3 of 3;");
  });

  it("counts images without a digit as mistakes, by the pairs of a folder", () => {
    const blank = { count: 1, width: 40, height: 40, pixels: new Uint8Array(1600) };
    for (const [file, bytes] of encodeIdxPair("blank", { ...blank, labels: Uint8Array.of(3) })) {
      write(file, bytes);
    }
    const { status, stdout } = evaluate("--idx", folder, "--mistakes", join(folder, "m.png"));
    expect(status).toBe(0);
    expect(stdout).toContain("t10k   accuracy 90.00 % (9 of 10;");
    expect(stdout).toContain("blank  accuracy 0.00 % (0 of 1;");
    expect(stdout).toMatch(/^3 +50\.00 .* 1$/m);
    expect(stdout).toContain("blank 0  3  none  0.00 %");
    expect(evaluate("--idx", folder, "--set", "blank").stdout).toContain("(0 of 1;");
    expect(evaluate("--idx", folder, "--set", "no").stderr).toMatch(/no-images.*is missing/);
  });

  it("normalises as it is told", () => {
    expect(evaluate("--mnist", folder, "--normalize", "always").stdout).toContain(
      "90.00 % (9 of 10",
    );
    expect(evaluate("--mnist", folder, "--normalize", "no").stderr).toMatch(/auto, always, never/);
  });

  it("names the file that it cannot use", () => {
    const images = join(folder, "images");
    expect(evaluate("--images", images).stderr).toMatch(/images/);
    mkdirSync(images);
    expect(evaluate("--images", images).stderr).toMatch(/holds no PNG or JPEG file/);
    writeFileSync(join(images, "8.png"), "not a picture");
    const refused = evaluate("--images", images);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/8\.png is refused: The image is not a PNG or JPEG/);
    writeFileSync(join(images, "seven.png"), "");
    expect(evaluate("--images", images).stderr).toMatch(/seven\.png is not named by its digit/);
  });

  it("explains itself", () => {
    expect(evaluate("--help")).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("Usage"),
    });
    expect(evaluate()).toMatchObject({ status: 1, stderr: expect.stringContaining("Usage") });
    expect(evaluate("--nonsense")).toMatchObject({ status: 1 });
  });
});

/** An IDX file of unsigned bytes. */
function idx(sides: number[], data: Uint8Array): Buffer {
  const header = Buffer.alloc(4 + 4 * sides.length);
  header.writeUInt32BE(0x0800 + sides.length, 0);
  sides.forEach((side, i) => {
    header.writeUInt32BE(side, 4 + 4 * i);
  });
  return Buffer.concat([header, data]);
}
