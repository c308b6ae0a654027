#!/usr/bin/env node
/**
 * `npx . FILE.png` in the repository: runs the terminal command, worker/adapters/terminal/, as the
 * build has made it. Node 20 runs no TypeScript.
 */
import { existsSync } from "node:fs";

const program = new URL("../../build/package/cli.js", import.meta.url);

if (existsSync(program)) {
  await import(program.href);
} else {
  console.error("mnist-classifier: there is no build yet. Run `npm ci` and `npm run build` first.");
  process.exitCode = 2;
}
