/**
 * `npm run serve`: the bundle in dist/ under workerd itself, by default on 127.0.0.1, on [::1] where
 * the system has it, and the port in wrangler.toml.
 *
 * `PORT=8080 npm run serve` or `npm run serve -- --port 8080` for another port, `--host 0.0.0.0`
 * to be reached from other machines.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { relay } from "./loopback.ts";
import { DIST } from "./modules.ts";
import { checkPort } from "./port.ts";
import { runWorkerd } from "./workerd.ts";
import { wranglerConfig } from "./workerdConfig.ts";

const HOST = "127.0.0.1";

try {
  const { dev } = wranglerConfig();
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: process.env.PORT || String(dev.port) },
      host: { type: "string", default: HOST },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(`Usage: npm run serve -- [--port ${dev.port}] [--host ${HOST}]`);
    process.exit();
  }
  const address = `${values.host}:${checkPort(values.port)}`;
  console.log(
    `Starting workerd on http://${address}; where that port is taken, name another: --port`,
  );
  if (values.host === HOST) relay(Number(values.port), "::1", HOST);
  const { code } = await runWorkerd(join(DIST, "workerd.capnp"), address);
  process.exitCode = code;
} catch (error) {
  console.error(`serve: ${(error as Error).message}`);
  process.exitCode = 1;
}
