import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { TestContext } from "vitest";

/** Data that developers and CI have beside the project, and a user's clone has not. */
const shared = fileURLToPath(new URL("../../../../shared/", import.meta.url));

/**
 * A folder of the shared data.
 *
 * Where it is absent the test is skipped, but fails in CI.
 */
export function sharedFolder(name: string, { skip }: TestContext): string {
  const folder = `${shared}${name}`;
  if (!existsSync(folder)) {
    if (process.env.CI) throw new Error(`CI needs ../shared/${name}`);
    skip(`needs ../shared/${name}, which this clone has not`);
  }
  return folder;
}

/** A Python with PyTorch; where there is none the test is skipped. */
export function pythonWithTorch({ skip }: TestContext): string {
  return findPython() ?? skip("needs Python with PyTorch: apt-get install python3-torch");
}

let found: string | undefined;

/** Debian's Python, to which python3-torch belongs, is not always the first on the path. */
function findPython(): string | undefined {
  found ??= ["python3", "/usr/bin/python3"].find(
    (candidate) => spawnSync(candidate, ["-c", "import torch"]).status === 0,
  );
  return found;
}
