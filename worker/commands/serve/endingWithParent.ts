import { spawnSync } from "node:child_process";

const SETPRIV = ["--pdeathsig", "TERM"];

/**
 * A command that Linux ends with SIGTERM when the process that starts it has ended, even by kill -9.
 * Elsewhere the command as it is.
 */
export function endingWithParent(command: string[]): string[] {
  const isThere = spawnSync("setpriv", [...SETPRIV, "true"]).status === 0;
  return isThere ? ["setpriv", ...SETPRIV, ...command] : command;
}
