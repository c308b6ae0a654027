/**
 * `npm run bulk`: the bulk Worker with a local bucket and queue, and what is asked of it. See USAGE.
 */
import { parseArgs } from "node:util";
import { Client } from "./Client.ts";
import { failed } from "./failed.ts";
import { get } from "./get.ts";
import { LOCAL, localToken } from "./place.ts";
import { put } from "./put.ts";
import { resume } from "./resume.ts";
import { serve } from "./serve.ts";
import { status } from "./status.ts";

const USAGE = `Usage: npm run bulk                       serves the Worker with a local bucket and queue
       npm run bulk -- put DIR            puts a folder's files into the bucket
       npm run bulk -- status             counts what waits and what is done, refused and failed
       npm run bulk -- get OUT.jsonl      writes the results, joined and sorted
       npm run bulk -- resume             sends again what has no result
       npm run bulk -- failed [--send]    lists what has failed for good, or sends it again

  --url URL  of the Worker, ${LOCAL} by default; the token of another is in BULK_TOKEN
  --help     this text

Options of wrangler dev may follow npm run bulk --, as --port 8787.`;

/** A command, how many operands it has, and what it does. */
interface Command {
  operands: number;
  run(client: Client, operand: string, sends: boolean): Promise<void>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  put: { operands: 1, run: put },
  status: { operands: 0, run: status },
  get: { operands: 1, run: get },
  resume: { operands: 0, run: (client) => resume(client) },
  failed: { operands: 0, run: (client, _, sends) => failed(client, sends) },
};

const args = process.argv.slice(2);

try {
  if (args.includes("--help")) console.log(USAGE);
  else if (args.length === 0 || args[0].startsWith("-")) process.exitCode = await serve(args);
  else await ask();
} catch (error) {
  console.error(`bulk: ${(error as Error).message}`);
  process.exitCode = 1;
}

async function ask(): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { url: { type: "string", default: LOCAL }, send: { type: "boolean", default: false } },
  });
  const [name, ...operands] = positionals;
  const command = COMMANDS[name];
  if (!command || operands.length !== command.operands || (values.send && name !== "failed")) {
    throw new Error(`this is not how it is called\n\n${USAGE}`);
  }
  await command.run(new Client(values.url, localToken()), operands[0], values.send);
}
