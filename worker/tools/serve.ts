/**
 * `npm run serve`: the bundle in dist/ under workerd itself, by default on 127.0.0.1:5000.
 *
 * `PORT=8080 npm run serve` or `npm run serve -- --port 8080` for another port, `--host 0.0.0.0`
 * to be reached from other machines.
 */
import { parseArgs } from "node:util";
import { runWorkerd } from "./run.ts";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: process.env.PORT || "5000" },
    host: { type: "string", default: "127.0.0.1" },
  },
});

console.log(`Serving on http://${values.host}:${values.port}`);
process.exitCode = await runWorkerd([
  "serve",
  "dist/workerd.capnp",
  `--socket-addr=http=${values.host}:${values.port}`,
]);
