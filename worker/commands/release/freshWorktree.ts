import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Ended, run } from "../serve/run.ts";

/**
 * Does something in a new worktree of HEAD with the packages that the lock file names, each checked
 * by npm against its digest there. So nothing comes along that lies in build/ or node_modules/ here.
 *
 * @param work called in the worktree's folder, which is removed afterwards
 * @returns what `work` returns
 * @throws Error if git or npm fails
 */
export async function inFreshWorktree<Result>(work: () => Promise<Result>): Promise<Result> {
  const here = process.cwd();
  const parent = mkdtempSync(join(tmpdir(), "mnist-classifier-"));
  const folder = join(parent, "worktree");
  try {
    git("worktree", "add", "--quiet", "--detach", folder, "HEAD");
    process.chdir(folder);
    const { code, stopped } = await runNpm(["ci", "--prefer-offline", "--loglevel=error"]);
    if (code !== 0 || stopped) throw new Error("npm ci has failed, see above");
    return await work();
  } finally {
    process.chdir(here);
    rmSync(parent, { recursive: true, force: true });
    git("worktree", "prune");
  }
}

/** Runs the npm that has started this process, in the terminal. */
export function runNpm(args: string[], env?: Record<string, string>): Promise<Ended> {
  const npm = process.env.npm_execpath;
  if (!npm) throw new Error("start this with npm run");
  return run(process.execPath, [npm, ...args], env);
}

function git(...args: string[]): void {
  const { status, stderr } = spawnSync("git", args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`git ${args.join(" ")} has failed:\n${stderr}`);
}
