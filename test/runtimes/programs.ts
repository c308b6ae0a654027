import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { delimiter, join } from "node:path";
import { install } from "./install.ts";

/** The programs that run the package's `./node`. */
export const PROGRAMS = ["Node 24", "Node 20", "Deno", "Bun"] as const;

/** How to call each, or why it cannot be called. */
export type Programs = Record<
  (typeof PROGRAMS)[number],
  { command: string[] } | { missing: string }
>;

/** Too large to be installed with the project, for the tests alone. */
const PACKAGES = ["deno@2.9.5", "bun@1.4.5"];

/** Finds Node, and installs the others in a folder from npm. */
export function installPrograms(folder: string): Programs {
  install(folder, ...PACKAGES);
  const modules = join(folder, "node_modules");
  return {
    "Node 24": { command: [process.execPath] },
    "Node 20": node20(),
    // What their packages' install scripts would look for.
    Deno: binary(modules, "@deno/*/deno", "run", "--allow-read", "--allow-env", "--allow-net"),
    Bun: binary(modules, "@oven/bun-*/bin/bun"),
  };
}

/** Node 20 outside the project, whose scripts bring their own Node. */
export function node20(): Programs["Node 20"] {
  const found = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !folder.includes("node_modules"))
    .map((folder) => join(folder, "node"))
    .find((node) =>
      spawnSync(node, ["--version"], { encoding: "utf8" }).stdout?.startsWith("v20."),
    );
  return found ? { command: [found] } : missing("There is no Node 20 on the PATH.");
}

function binary(modules: string, pattern: string, ...args: string[]): Programs["Deno"] {
  const [path] = globSync(pattern, { cwd: modules });
  if (path) return { command: [join(modules, path), ...args] };
  return missing(`npm has no ${pattern} for this platform.`);
}

/**
 * Why a program cannot be called, for tests to skip.
 *
 * @throws Error in CI, which has them all
 */
function missing(reason: string): { missing: string } {
  if (process.env.CI) throw new Error(reason);
  return { missing: reason };
}
