import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { version } from "../../../package.json";
import { readOptions } from "../../../worker/adapters/terminal/options.ts";
import { node20 } from "../../runtimes/programs.ts";

const CLI = "worker/adapters/cli.js";
const old = node20();

/** The command under a Node, with bytes on its standard input. */
function runUnder(node: string, args: string[], input: Uint8Array | string = "") {
  const { status, stdout, stderr } = spawnSync(node, [CLI, ...args], { input, encoding: "utf8" });
  return { status, stdout, stderr };
}
const run = (...args: string[]) => runUnder(process.execPath, args);

describe.each([
  { name: "this Node", program: { command: [process.execPath] } },
  { name: "Node 20", program: old },
])("the terminal command under $name", ({ program }) => {
  it("prints a line per file: its name, the digit, its probability", (context) => {
    if ("missing" in program) return context.skip(program.missing);
    const files = ["samples/7.png", "samples/3-large-black-on-white.png"];
    const { status, stdout, stderr } = runUnder(program.command[0], files);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(
      /^samples\/7\.png: 7 0\.\d{4}\nsamples\/3-large-black-on-white\.png: 3 [01]\.\d{4}\n$/,
    );
  });

  it("reads standard input, for - and where no file is named", (context) => {
    if ("missing" in program) return context.skip(program.missing);
    for (const args of [["-"], []]) {
      const five = readFileSync("samples/5.png");
      const { status, stdout } = runUnder(program.command[0], args, five);
      expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(/^-: 5 /) });
    }
  });
});

describe("the terminal command", () => {
  it("tells the likeliest digits, best first", () => {
    const { stdout } = run("--top", "3", "samples/7.png");
    expect(stdout).toMatch(/^samples\/7\.png: 7 \S+, \d \S+, \d \S+\n$/);
    const { predictions } = JSON.parse(run("--json", "--top=10", "samples/7.png").stdout);
    const values = predictions.map(({ probability }: { probability: number }) => probability);
    expect(values).toEqual(values.toSorted((a: number, b: number) => b - a));
    expect(values.reduce((sum: number, value: number) => sum + value)).toBeCloseTo(1, 5);
  });

  it("prints a line of text for each line of digits with --read, of several files with their names", () => {
    const number = "samples/90210_42-two-lines.png";
    expect(run("--read", number)).toEqual({ status: 0, stdout: "90210\n42\n", stderr: "" });
    expect(run("--read", "samples/7.png", number)).toEqual({
      status: 0,
      stdout: `samples/7.png: 7\n${number}: 90210\n${number}: 42\n`,
      stderr: "",
    });
    const input = readFileSync(number);
    expect(runUnder(process.execPath, ["--read"], input).stdout).toBe("90210\n42\n");
  });

  it("prints a reading with its boxes with --read and --json", () => {
    const { status, stdout } = run("--read", "--json", "nothing.png", "samples/7.png");
    expect(status).toBe(1);
    const [missing, seven] = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(missing).toEqual({ file: "nothing.png", error: { message: "No such file." } });
    const digit = {
      prediction: 7,
      probability: expect.closeTo(1, 1),
      detection_box: [0, 1, 2, 3].map(() => expect.closeTo(0.5, 0)),
    };
    expect(seven).toEqual({
      file: "samples/7.png",
      text: "7",
      probability: digit.probability,
      lines: [{ text: "7", digits: [digit] }],
    });
  });

  it("says with --read which file has no digit, and goes on", () => {
    const { status, stdout, stderr } = run("--read", "README.md", "samples/7.png");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "samples/7.png: 7\n" });
    expect(stderr).toMatch(/^README\.md: .*not a PNG/);
  });

  it("goes on after a file that it refuses, and says why on standard error", () => {
    const files = ["README.md", "nothing.png", "samples", "samples/7.png"];
    const { status, stdout, stderr } = run(...files);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^samples\/7\.png: 7 0\.\d{4}\n$/);
    expect(stderr.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/^README\.md: .*not a PNG/),
      "nothing.png: No such file.",
      "samples: Is a folder, not a file.",
    ]);
  });

  it("prints a line of JSON for each file, those that it refuses too", () => {
    const { status, stdout } = run("--json", "README.md", "nothing.png", "samples/7.png");
    expect(status).toBe(1);
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { file: "README.md", error: { status: 400, message: expect.stringContaining("not a PNG") } },
      { file: "nothing.png", error: { message: "No such file." } },
      {
        file: "samples/7.png",
        predictions: [{ digit: 7, probability: expect.closeTo(0.9969, 4) }],
      },
    ]);
  });

  it("normalises as it is asked to", () => {
    const probability = (which: string) =>
      JSON.parse(run("--json", "--normalize", which, "samples/7.png").stdout).predictions[0]
        .probability;
    expect(probability("never")).toBe(probability("auto"));
    expect(probability("always")).not.toBe(probability("auto"));
  });

  it("takes -- before names that look like options", () => {
    expect(run("--", "--top").stderr).toBe("--top: No such file.\n");
  });

  it("ends quietly when nobody reads on", () => {
    const files = Array(500).fill("samples/7.png").join(" ");
    const { stdout, stderr } = spawnSync(
      "bash",
      ["-c", `set -o pipefail; "${process.execPath}" ${CLI} ${files} | head -1`],
      { encoding: "utf8" },
    );
    expect({ lines: stdout.split("\n").length - 1, stderr }).toEqual({ lines: 1, stderr: "" });
  });

  it("tells its usage and version", () => {
    expect(run("--help")).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Usage: /) });
    expect(run("--version")).toMatchObject({ status: 0, stdout: `mnist-classifier ${version}\n` });
  });

  it.each([
    { args: ["--frobnicate"], says: "--frobnicate" },
    { args: ["--top", "0"], says: "--top takes a number from 1 to 10" },
    { args: ["--top", "three"], says: "--top takes a number from 1 to 10" },
    { args: ["--normalize", "perhaps"], says: "--normalize takes auto, always, never" },
    { args: ["--read", "--top", "3"], says: "--top does not go with --read" },
    { args: ["--normalize=never", "--read"], says: "--normalize does not go with --read" },
    { args: ["-", "-"], says: "standard input, -, can be read once" },
  ])("refuses $args with status 2 and its usage", ({ args, says }) => {
    const { status, stdout, stderr } = run(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(says);
    expect(stderr).toContain("Usage: mnist-classifier");
  });

  it("asks for a file where standard input is a terminal", () => {
    expect(() => readOptions([], true)).toThrow("no file is given");
    expect(readOptions(["-"], true).files).toEqual(["-"]);
  });

  it("says that the build is missing, with status 2", () => {
    const folder = mkdtempSync(join(tmpdir(), "cli-"));
    try {
      const copy = join(folder, CLI);
      mkdirSync(dirname(copy), { recursive: true });
      copyFileSync(CLI, copy);
      copyFileSync("package.json", join(folder, "package.json"));
      const { status, stderr } = spawnSync(process.execPath, [copy, "samples/7.png"], {
        encoding: "utf8",
      });
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: expect.stringContaining("npm run build"),
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
