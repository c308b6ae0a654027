/**
 * `npm run deploy`: puts the Worker on Cloudflare as HEAD and the lock file have it, with `--bulk` the bulk
 * Worker. Options of `wrangler deploy` may follow `--`, as `--env production`.
 */
import { CONFIG } from "../bulk/place.ts";
import { OFFLINE } from "../serve/run.ts";
import { checkCommitted } from "./checkCommitted.ts";
import { checkBulkNeeds } from "./deployBulk.ts";
import { inFreshWorktree, runNpm } from "./freshWorktree.ts";

/** Deploys the bulk Worker in place of the service. */
const BULK = "--bulk";

try {
  checkCommitted();
  const args = process.argv.slice(2).filter((arg) => arg !== BULK);
  const isBulk = process.argv.includes(BULK);
  if (isBulk) checkBulkNeeds();
  const isNamed = args.some((arg) => /^(-e|--env)(=|$)/.test(arg)) || process.env.CLOUDFLARE_ENV;
  // wrangler warns where it is not told that none of the environments is meant. It builds first.
  const options = [...(isBulk ? ["--config", CONFIG] : isNamed ? [] : ["--env="]), ...args];
  const { code, stopped } = await inFreshWorktree(() =>
    runNpm(["exec", "--no", "--", "wrangler", "deploy", ...options], OFFLINE),
  );
  process.exitCode = code || Number(stopped);
} catch (error) {
  console.error(`deploy: ${(error as Error).message}`);
  process.exitCode = 1;
}
