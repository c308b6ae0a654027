import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** The archive that `npm run pack:here` makes. */
export const ARCHIVE = resolve("build/mnist-classifier.tgz");

/** The examples of the package's README. */
export const EXAMPLES = "test/runtimes/examples";

/** What the examples need besides. */
const HONO_ON_NODE = "@hono/node-server@2.1.8";

/** For one run of npm, in ms: on a slow line, with 80 MB to fetch. */
const TIMEOUT = 180_000;

/**
 * Installs the package in an empty project, which lies outside the repository, where Node finds nothing but
 * what npm has put there, and copies the examples into it. Each is a project by itself to whoever
 * takes it over; here all share one node_modules.
 *
 * @throws Error with npm's words
 */
export function installPackage(folder: string): void {
  install(folder, ARCHIVE, HONO_ON_NODE);
  cpSync(EXAMPLES, folder, { recursive: true });
  for (const name of readdirSync(EXAMPLES)) {
    symlinkSync("../node_modules", join(folder, name, "node_modules"));
  }
}

/** A new folder with an empty package.json. */
export function emptyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), "mnist-classifier-"));
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  return folder;
}

/**
 * Has npm install packages, from its cache as far as they are there.
 *
 * @throws Error with npm's words
 */
export function install(folder: string, ...packages: string[]): void {
  const options = ["--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"];
  // By itself npm goes on trying for many minutes where there is no network.
  const patience = ["retries=1", "retry-mintimeout=1000", "retry-maxtimeout=2000"];
  const settings = [...options, ...patience.map((setting) => `--fetch-${setting}`)];
  const { status, stdout, stderr } = spawnSync(
    "npm",
    ["install", "--loglevel=error", ...settings, ...packages],
    {
      cwd: folder,
      encoding: "utf8",
      timeout: TIMEOUT,
    },
  );
  if (status !== 0) throw new Error(`npm install ${packages.join(" ")}\n${stdout}${stderr}`);
}
