/**
 * `npm start`: the service under wrangler dev, which builds again where a source changes. By default
 * on port 5000 of 127.0.0.1, and of [::1] where the system has it.
 *
 * `PORT=8080 npm start` or `npm start -- --port 8080` for another; more of wrangler's options may
 * follow `--`.
 */
import { parseArgs } from "node:util";
import { relay } from "./loopback.ts";
import { checkPort } from "./port.ts";
import { runWrangler } from "./run.ts";
import { devOutput } from "./wranglerOutput.ts";

const args = process.argv.slice(2);
const { values } = parseArgs({ args, options: { port: { type: "string" } }, strict: false });
const { PORT } = process.env;

try {
  const port = typeof values.port === "string" ? values.port : PORT;
  if (port) checkPort(port);
  const named = values.port !== undefined;
  const options = [...(port && !named ? ["--port", port] : []), ...args];
  const output = devOutput(({ hostname, port, origin }) => {
    if (hostname === "localhost") {
      // Which of them wrangler listens on, the system decides.
      relay(Number(port), "::1", "127.0.0.1");
      relay(Number(port), "127.0.0.1", "::1");
    }
    return [
      "Draw a digit there, or send one from another terminal:",
      `  curl -F file=@samples/7.png ${origin}/model/predict`,
    ];
  });
  const { code } = await runWrangler(["dev", ...options], output.take);
  // As with --help. wrangler's errors are on standard error.
  if (code === 0) output.flush();
  process.exitCode = code;
} catch (error) {
  console.error(`start: ${(error as Error).message}`);
  process.exitCode = 1;
}
