import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A program's end. */
interface Ended {
  status: number | null;
  output: string;
}

/** A clone of the project. */
export interface Checkout {
  folder: string;
  /** Runs a program there. */
  run(program: string, ...args: string[]): Ended;
  remove(): void;
}

/** Clones the project as it is, with what is not committed yet. */
export function checkOut(): Checkout {
  const folder = mkdtempSync(join(tmpdir(), "checkout-"));
  const listed = runIn(root, "git", "ls-files", "--cached", "--others", "--exclude-standard");
  expect(listed.status, "these tests need git, and the project in its repository").toBe(0);
  for (const file of listed.output.trim().split("\n")) cpSync(join(root, file), join(folder, file));

  const run = (program: string, ...args: string[]) => runIn(folder, program, ...args);
  const identity = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
  for (const args of [
    ["init", "-q"],
    ["add", "-A"],
    [...identity, "commit", "-qm", "As it is"],
  ]) {
    expect(run("git", ...args)).toMatchObject({ status: 0 });
  }
  return { folder, run, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function runIn(cwd: string, program: string, ...args: string[]): Ended {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: "utf8" });
  return { status, output: stdout + stderr };
}
