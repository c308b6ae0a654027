import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { decode } from "fast-png";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
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
const evaluate = (...args: string[]) => runTool("worker/tools/evaluate.ts", ...args);

describe("evaluate", () => {
  it("counts each image under its label and prediction", () => {
    const { status, stdout, stderr } = evaluate("--mnist", folder);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("accuracy 90.00 % (9 of 10)");
    expect(stdout).toMatch(/^0 +50\.00 +1 +(· +){8}1$/m);
    expect(stdout).toMatch(/^7 +100\.00 /m);
  });

  it.each([
    ["a missing file", () => rmSync(join(folder, "t10k-labels-idx1-ubyte")), /labels.*is missing/],
    [
      "a file that is no IDX",
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
