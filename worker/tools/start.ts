/**
 * `npm start`: the service under wrangler dev, by default on port 5000.
 *
 * `PORT=8080 npm start` or `npm start -- --port 8080` for another; more of wrangler's options may
 * follow `--`.
 */
import { runWrangler } from "./run.ts";

const { PORT } = process.env;
const args = process.argv.slice(2);

process.exitCode = await runWrangler(["dev", ...(PORT ? ["--port", PORT] : []), ...args]);
