import { spawnSync } from "node:child_process";
import { expect, type TestContext } from "vitest";
import { pythonWithTorch } from "../shared.ts";

const root = new URL("../../../../", import.meta.url);

/** Runs Python with weights/ on its path, and gives what it printed, as JSON. */
export function python(context: TestContext, program: string, ...args: string[]): unknown {
  const start =
    "import json, sys, torch\nfrom pathlib import Path\nsys.path.insert(0, 'weights')\n";
  const { stdout, stderr } = spawnSync(pythonWithTorch(context), ["-c", start + program, ...args], {
    cwd: root,
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}
