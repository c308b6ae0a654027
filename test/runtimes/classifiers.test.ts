import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, inject, it, type TestContext } from "vitest";
import { expectedOfSamples, number, samples } from "./expected.ts";
import { needInstalledPackage } from "./installed.ts";
import { PROGRAMS } from "./programs.ts";

needInstalledPackage();

describe.each(PROGRAMS)("%s, with the package", (name) => {
  const run = (context: TestContext, file: string, ...args: string[]) => {
    const program = inject("programs")[name];
    if ("missing" in program) return context.skip(program.missing);
    const [command, ...before] = program.command;
    const cwd = join(inject("installed"), "script");
    return spawnSync(command, [...before, file, ...args], { cwd, encoding: "utf8" });
  };

  it("classifies every sample as the project does, to the last bit", async (context) => {
    const { status, stdout, stderr } = run(context, "classify.js", ...samples);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual(await expectedOfSamples());
  });

  it("reads lines of digits", (context) => {
    const { status, stdout, stderr } = run(context, "read.js", number.path);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const share = String.raw`0\.\d+`;
    const boxes = `(\\d from ${share}, ${share} to ${share}, ${share}\n){7}`;
    expect(stdout).toMatch(new RegExp(`^${number.text}\n${boxes}$`));
  });

  it("runs the terminal command", (context) => {
    const cli = "node_modules/mnist-classifier/cli.js";
    const { stdout } = run(context, cli, ...samples.filter((path) => path.endsWith("/7.png")));
    expect(stdout).toMatch(/7\.png: 7 0\.\d{4}\n$/);
    expect(run(context, cli, "--read", number.path).stdout).toBe(`${number.text}\n`);
  });
});
