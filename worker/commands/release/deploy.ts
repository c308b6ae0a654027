/**
 * `npm run deploy`: puts the Worker on Cloudflare as HEAD and the lock file have it. Options of
 * `wrangler deploy` may follow `--`, as `--env production`.
 */
import { OFFLINE } from "../serve/run.ts";
import { checkCommitted } from "./checkCommitted.ts";
import { inFreshWorktree, runNpm } from "./freshWorktree.ts";

try {
  checkCommitted();
  const args = process.argv.slice(2);
  const isNamed = args.some((arg) => /^(-e|--env)(=|$)/.test(arg)) || process.env.CLOUDFLARE_ENV;
  // wrangler warns where it is not told that none of the environments is meant. It builds first.
  const options = [...(isNamed ? [] : ["--env="]), ...args];
  const { code, stopped } = await inFreshWorktree(() =>
    runNpm(["exec", "--no", "--", "wrangler", "deploy", ...options], OFFLINE),
  );
  process.exitCode = code || Number(stopped);
} catch (error) {
  console.error(`deploy: ${(error as Error).message}`);
  process.exitCode = 1;
}
