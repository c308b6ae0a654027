import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { packTar } from "modern-tar";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { node20 } from "../../runtimes/programs.ts";
import { idxOf } from "../packs/idx.ts";
import { zipOf } from "../packs/zip.ts";

const CLI = "worker/adapters/cli.js";
const DIGITS = [3, 7, 5];
const samples = DIGITS.map((digit) => ({
  name: `${digit}.png`,
  bytes: readFileSync(`samples/${digit}.png`),
}));

let folder: string;
let pictures: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "jobs-"));
  pictures = join(folder, "pictures");
  mkdirSync(join(pictures, "deep"), { recursive: true });
  copyFileSync("samples/7.png", join(pictures, "7.png"));
  copyFileSync("samples/4-photograph-lying.jpg", join(pictures, "deep", "4.jpg"));
  writeFileSync(join(pictures, "deep", "note.txt"), "not a picture");
  writeFileSync(join(pictures, ".hidden"), "not looked at");
  writeFileSync(join(pictures, "of.zip"), zipOf(samples));
  const entries = samples.map(({ name, bytes }) => ({
    header: { name, size: bytes.length },
    body: bytes,
  }));
  const tar = await packTar(entries);
  writeFileSync(join(pictures, "of.tar"), tar);
  writeFileSync(join(pictures, "ended.tar"), tar.subarray(0, 1200));
  writeFileSync(join(pictures, "images.gz"), gzipSync(idxOf(300, [28, 28], ones(300))));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** So many images of a 1 in MNIST's form. */
function ones(count: number): Uint8Array {
  const grey = new Uint8Array(28 * 28);
  for (let row = 6; row < 22; row++) grey.fill(255, row * 28 + 13, row * 28 + 15);
  return Buffer.concat(Array.from({ length: count }, () => grey));
}

function run(...args: string[]) {
  return runUnder(process.execPath, args);
}

function runUnder(node: string, args: string[]) {
  const { status, stdout, stderr } = spawnSync(node, [CLI, ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
}

const digitOf = (line: string) => /^(.*): (\d) [01]\.\d{4}$/.exec(line)?.slice(1);

describe("the terminal command with --jobs", () => {
  it("reads folders and packs in their order, whatever the number of threads", () => {
    const [one, three] = ["1", "3"].map((jobs) => run("--jobs", jobs, pictures));
    expect(three).toEqual(one);
    const { status, stdout, stderr } = one;
    expect(status).toBe(1);
    expect(stderr.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/deep\/note\.txt: .*not a PNG/),
      expect.stringMatching(/ended\.tar: The tar archive is broken/),
    ]);
    const packed = (pack: string) =>
      samples.map(({ name }) => [join(pictures, pack, name), name[0]]);
    expect(stdout.trimEnd().split("\n").map(digitOf)).toEqual([
      [join(pictures, "7.png"), "7"],
      [join(pictures, "deep/4.jpg"), "4"],
      ...packed("ended.tar").slice(0, 1),
      ...Array.from({ length: 300 }, (_, i) => [join(pictures, "images.gz", String(i)), "1"]),
      ...packed("of.tar"),
      ...packed("of.zip"),
    ]);
  });

  it("continues the file of results where an earlier run stopped, wherever that was", () => {
    const [whole, part] = ["whole.jsonl", "part.jsonl"].map((name) => join(folder, name));
    expect(run("--jobs", "2", "--out", whole, pictures)).toMatchObject({ status: 1, stdout: "" });
    const expected = readFileSync(whole);
    expect(expected.toString().trimEnd().split("\n")).toHaveLength(311);
    for (const length of [0, 10, 200, expected.length >> 1, expected.length - 1, expected.length]) {
      copyFileSync(whole, part);
      truncateSync(part, length);
      run("--jobs", "2", "--out", part, pictures);
      expect(readFileSync(part).equals(expected), `cut at ${length}`).toBe(true);
    }
  });

  it("does not mix the results of other pictures", () => {
    const out = join(folder, "mixed.jsonl");
    expect(run("--out", out, "samples/7.png").status).toBe(0);
    const { status, stderr } = run("--out", out, "samples/3.png");
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringContaining("is of other pictures"),
    });
    writeFileSync(out, "not a result\n");
    expect(run("--out", out, "samples/3.png").stderr).toContain("does not hold results");
  });

  it("takes the paths from a file, and reads every digit with --read", () => {
    const list = join(folder, "list.txt");
    writeFileSync(list, "samples/7.png\r\nsamples/3.png\nnothing.png\n");
    expect(run("--list", list, "--read")).toEqual({
      status: 1,
      stdout: "samples/7.png: 7\nsamples/3.png: 3\n",
      stderr: "nothing.png: No such file.\n",
    });
  });

  it("prints a line of JSON for each picture, those that it refuses too", () => {
    const lines = run("--jobs", "1", "--json", join(pictures, "of.zip"), "README.md")
      .stdout.trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      ...samples.map(({ name }) => ({
        file: join(pictures, "of.zip"),
        name,
        predictions: [{ digit: Number(name[0]) }],
      })),
      { file: "README.md", error: { status: 400 } },
    ]);
  });

  it("runs under Node 20", (context) => {
    const program = node20();
    if ("missing" in program) return context.skip(program.missing);
    const { stdout } = runUnder(program.command[0], ["--jobs", "2", join(pictures, "of.zip")]);
    expect(stdout.trimEnd().split("\n").map(digitOf)).toMatchObject(
      DIGITS.map((d) => [{}, String(d)]),
    );
  });

  it.each([
    { args: ["--jobs", "0", "x"], says: "--jobs takes a number of threads" },
    { args: ["--jobs", "2", "-"], says: "standard input, -, does not go with --jobs" },
    { args: ["--jobs", "2"], says: "standard input, -, does not go with --jobs" },
    { args: ["--list", "nothing.txt"], says: "--list nothing.txt cannot be read" },
  ])("refuses $args with status 2 and its usage", ({ args, says }) => {
    const { status, stdout, stderr } = run(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(says);
    expect(stderr).toContain("Usage: mnist-classifier");
  });
});
