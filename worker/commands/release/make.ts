/**
 * `npm run pack` and `npm run compile`: a file in build/ as HEAD and the lock file have it.
 *
 * `node worker/commands/release/make.ts SCRIPT FILE` with the npm script that makes the file
 */
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { checkCommitted } from "./checkCommitted.ts";
import { inFreshWorktree, runNpm } from "./freshWorktree.ts";

const [script, file] = process.argv.slice(2);
const output = resolve(file);

try {
  checkCommitted(`npm run ${script} takes them as they are.`);
  await inFreshWorktree(async () => {
    const { code, stopped } = await runNpm(["run", "--silent", script]);
    if (code !== 0 || stopped) throw new Error("it has not been made, see above");
    mkdirSync(dirname(output), { recursive: true });
    // An executable that is running cannot be written to.
    rmSync(output, { force: true });
    copyFileSync(file, output);
  });
} catch (error) {
  console.error(`${basename(file)}: ${(error as Error).message}`);
  process.exitCode = 1;
}
