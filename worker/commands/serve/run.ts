import { spawn } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { ancestors } from "./ancestors.ts";
import { endingWithParent } from "./endingWithParent.ts";

const require = createRequire(import.meta.url);

/** With these wrangler asks for nothing but what it is called for. */
export const OFFLINE = {
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_HIDE_BANNER: "true",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
};

/**
 * Runs wrangler in the terminal, for a command that has just built: wrangler leaves its first build
 * out, see build/rebuild.js.
 *
 * @param take called with each line of its standard output, in place of printing it
 */
export async function runWrangler(args: string[], take?: (line: string) => void): Promise<Ended> {
  const bin = join(dirname(require.resolve("wrangler/package.json")), "bin", "wrangler.js");
  const built = resolve("build", `built.${process.pid}`);
  writeFileSync(built, "");
  try {
    return await run(process.execPath, [bin, ...args], { ...OFFLINE, JUST_BUILT: built }, take);
  } finally {
    rmSync(built, { force: true });
  }
}

/** How a program ended: by itself, or stopped by a signal that was meant for it. */
export interface Ended {
  code: number;
  stopped: boolean;
}

/** How often to look whether npm is still there, in milliseconds. */
const WATCH = 500;

/**
 * Runs a program in the terminal.
 *
 * @param env variables besides those that are there
 * @param take called with each line of its standard output, in place of printing it
 */
export function run(
  command: string,
  args: string[],
  env: Record<string, string> = {},
  take?: (line: string) => void,
): Promise<Ended> {
  const [program, ...rest] = endingWithParent([command, ...args]);
  const child = spawn(program, rest, {
    stdio: ["inherit", take ? "pipe" : "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  if (take && child.stdout) createInterface({ input: child.stdout }).on("line", take);
  let stopped = false;
  const stop = (signal: NodeJS.Signals) => {
    stopped = true;
    child.kill(signal);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  // A signal to npm ends npm and its shell alone, and kill -9 npm alone; the server would go on.
  const started = ancestors();
  setInterval(() => ancestors() !== started && stop("SIGTERM"), WATCH).unref();

  return new Promise((ended, reject) => {
    child.on("error", reject);
    // Comes when its output has been read to the end, too.
    child.on("close", (code) => ended({ code: code ?? (stopped ? 0 : 1), stopped }));
  });
}
