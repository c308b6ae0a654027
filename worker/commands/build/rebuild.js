// The build as wrangler runs it ([build] in wrangler.toml): before it bundles, and whenever a source
// changes. A command that has built before it starts wrangler names a file in JUST_BUILT, which takes
// the place of one build. JavaScript, because wrangler runs on Nodes that do not run TypeScript.
import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";

const { JUST_BUILT } = process.env;
if (JUST_BUILT && existsSync(JUST_BUILT)) {
  rmSync(JUST_BUILT);
} else {
  const { status } = spawnSync("npm", ["run", "--silent", "build"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  process.exitCode = status ?? 1;
}
