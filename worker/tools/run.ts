import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** With these wrangler opens no connection beyond this machine. */
const OFFLINE = {
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_HIDE_BANNER: "true",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
};

/** Runs wrangler, offline, in the terminal. */
export function runWrangler(args: string[]): Promise<number> {
  const bin = join(dirname(require.resolve("wrangler/package.json")), "bin", "wrangler.js");
  return run(process.execPath, [bin, ...args], OFFLINE);
}

/** Runs workerd in the terminal. */
export function runWorkerd(args: string[]): Promise<number> {
  const { default: binary } = require("workerd") as { default: string };
  return run(binary, args);
}

/** @returns the exit code; signals are passed on, and ended by them it is 0 */
function run(command: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(command, args, { stdio: "inherit", env: { ...process.env, ...env } });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 0));
  });
}
