import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Ended, run } from "./run.ts";

/** Does what workerd does not do by itself, as it says. */
const START = join(import.meta.dirname, "..", "..", "container", "start.pl");

/**
 * Runs workerd in the terminal, by start.pl where there is Perl.
 *
 * @param config a configuration with a socket of the name `http`
 * @param address HOST:PORT to listen on
 */
export function runWorkerd(config: string, address: string): Promise<Ended> {
  if (hasPerl()) return run("perl", [START, address, workerdBinary(), "serve", config]);
  return run(workerdBinary(), ["serve", config, `--socket-addr=http=${address}`]);
}

/** Where the package has workerd's executable for this platform. */
export function workerdBinary(): string {
  const require = createRequire(import.meta.url);
  return (require("workerd") as { default: string }).default;
}

/** On Windows, Perl cannot hand a socket to another program. */
function hasPerl(): boolean {
  if (process.platform === "win32") return false;
  return spawnSync("perl", ["-MIO::Socket::IP", "-e", "1"]).status === 0;
}
