/**
 * `npm run deploy`: puts the Worker on Cloudflare, but only what is committed, verified and built.
 * Options of `wrangler deploy` may follow `--`, as `--env staging`.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { digestFiles } from "../../files/digest.ts";
import { runWrangler } from "./run.ts";

/** What a deployment consists of, beside the code that wrangler bundles itself. */
const BUILT = ["build/kernels.wasm", "build/mnist-classifier.bin", "build/assets.json"];

try {
  checkCommitted();
  checkBuild();
  const args = process.argv.slice(2);
  const isNamed = args.some((arg) => /^(-e|--env)(=|$)/.test(arg)) || process.env.CLOUDFLARE_ENV;
  // wrangler warns where it is not told that none of the environments is meant.
  const { code, stopped } = await runWrangler(["deploy", ...(isNamed ? [] : ["--env="]), ...args]);
  process.exitCode = code || Number(stopped);
} catch (error) {
  console.error(`deploy: ${(error as Error).message}`);
  process.exitCode = 1;
}

/** What runs at the edge has to be found again in the repository. */
function checkCommitted(): void {
  const { status, stdout } = spawnSync("git", ["status", "--porcelain"], { encoding: "utf8" });
  if (status !== 0) throw new Error("this is no git repository: deploy from a clone");
  if (stdout.trim() !== "") {
    throw new Error(`there are changes that are not committed:\n${stdout}Commit or stash them.`);
  }
}

/** What was built and tried is what its sources make; the build verifies the weights, too. */
function checkBuild(): void {
  const before = digest();
  const { status } = spawnSync("npm", ["run", "--silent", "build"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error("the build fails, see above");
  if (before !== digest()) {
    throw new Error(
      "the build was older than its sources, or there was none. It is made anew: try it, " +
        "as with npm test, and deploy again.",
    );
  }
}

function digest(): string {
  return digestFiles(BUILT.filter((path) => existsSync(path)));
}
