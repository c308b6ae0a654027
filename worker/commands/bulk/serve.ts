import { parseArgs } from "node:util";
import { runNpm } from "../release/freshWorktree.ts";
import { checkPort } from "../serve/port.ts";
import { runWrangler } from "../serve/run.ts";
import { devOutput } from "../serve/wranglerOutput.ts";
import { CONFIG, localToken, STATE } from "./place.ts";

/**
 * Serves the bulk Worker with a local bucket and queue under wrangler dev.
 *
 * @param args wrangler's own, which may name another configuration and place for the bucket
 * @returns the exit status
 */
export async function serve(args: string[]): Promise<number> {
  const options = {
    port: { type: "string" },
    config: { type: "string", short: "c" },
    "persist-to": { type: "string" },
  } as const;
  const { values } = parseArgs({ args, options, strict: false });
  if (typeof values.port === "string") checkPort(values.port);
  const { code: built } = await runNpm(["run", "--silent", "build"]);
  if (built !== 0) return built;
  const output = devOutput(({ origin }) => [
    "Put pictures in from another terminal, and see what became of them:",
    "  npm run bulk -- put samples",
    "  npm run bulk -- status",
    "  npm run bulk -- get results.jsonl",
    ...(values.port === undefined ? [] : [`There, add --url ${origin} to each.`]),
  ]);
  const { code } = await runWrangler(
    [
      "dev",
      ...(values.config === undefined ? ["--config", CONFIG] : []),
      ...(values["persist-to"] === undefined ? ["--persist-to", STATE] : []),
      ...["--var", `BULK_TOKEN:${localToken()}`],
      ...args,
    ],
    output.take,
  );
  if (code === 0) output.flush();
  return code;
}
