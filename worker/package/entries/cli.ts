#!/usr/bin/env node
/** The terminal command, as the package's `bin` starts it. */
import { version } from "../../../package.json";
import { main } from "../../adapters/terminal/main.ts";

// Whoever reads the lines may stop early, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 1);
});

process.exitCode = await main(process.argv.slice(2), version);
