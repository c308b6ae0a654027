import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import type { ResultLine } from "../../worker/bulk/results.ts";
import { Client } from "../../worker/commands/bulk/Client.ts";
import { findResults } from "../../worker/commands/bulk/findResults.ts";
import { defaultLimits } from "../../worker/settings/limits.ts";
import { workerdsIn } from "../runtimes/processes.ts";
import { type Server, startProgram } from "../runtimes/server.ts";
import { randomFrom, seed } from "../unit/random.ts";
import { type Input, writeInputs } from "./bulk/inputs.ts";

const CONFIG = "test/soak/bulk/wrangler.toml";
const TOKEN = "soak";

/** Milliseconds between two looks; and without a result until what waits is sent again. */
const POLL = 1_000;
const PATIENCE = 30_000;

let folder: string;
let inputs: Map<string, Input>;
beforeAll(async () => {
  process.env.BULK_TOKEN = TOKEN;
  folder = mkdtempSync(join(tmpdir(), "bulk-"));
  inputs = await writeInputs(join(folder, "pictures"), randomFrom(seed));
});
afterAll(() => {
  delete process.env.BULK_TOKEN;
  rmSync(folder, { recursive: true });
});

/** Starts the faulty Worker, with the bucket as an earlier one has left it. */
function start(): Promise<Server> {
  const place = ["--config", CONFIG, "--persist-to", join(folder, "state")];
  const begin = () =>
    startProgram((port) => ["npm", "run", "bulk", "--", ...place, "--port", port]);
  // wrangler looks for a port of its own before it listens there; another program may come in between.
  return begin().catch(begin);
}

function bulk({ url }: Server, ...args: string[]): string {
  const program = ["worker/commands/bulk/bulk.ts", ...args, "--url", url];
  const { stdout, stderr } = spawnSync(process.execPath, program, { encoding: "utf8" });
  expect(stderr).toBe("");
  return stdout;
}

/** Waits until every object has a result or has failed. */
async function finished(server: Server): Promise<void> {
  const client = new Client(server.url, TOKEN);
  let waiting = Number.POSITIVE_INFINITY;
  for (let since = Date.now(); waiting > 0; await sleep(POLL)) {
    const found = (await findResults(client)).waiting.length;
    if (found < waiting) since = Date.now();
    waiting = found;
    if (Date.now() - since < PATIENCE) continue;
    bulk(server, "resume");
    since = Date.now();
  }
}

/** What the service makes of pictures, each asked for once. */
const answers = new Map<Uint8Array, unknown>();

async function ofService(picture: Uint8Array): Promise<unknown> {
  const known = answers.get(picture);
  if (known) return known;
  // The service is not sent what its limit has it refuse: its words are about a request's body.
  if (picture.length > defaultLimits.maxBodyBytes)
    return { error: expect.objectContaining({ status: 413 }) };
  const headers = { "Content-Type": "image/png" };
  const body = new Uint8Array(picture);
  const response = await fetch(`${inject("url")}/model/predict`, { method: "POST", headers, body });
  const { predictions, message } = await response.json();
  const answer = response.ok ? { predictions } : { error: { status: response.status, message } };
  answers.set(picture, answer);
  return answer;
}

/** The results that an object should have, in their order. */
async function expected(key: string, input: Input): Promise<unknown[]> {
  const version = { key, etag: expect.any(String) };
  if ("broken" in input) return [{ ...version, error: expect.objectContaining({ status: 400 }) }];
  if ("picture" in input) return [{ ...version, ...((await ofService(input.picture)) as object) }];
  return Promise.all(
    input.pictures.map(async ({ name, bytes }) => ({
      ...version,
      name,
      ...((await ofService(bytes)) as object),
    })),
  );
}

it("gives every one of 10,000 pictures exactly one result, the service's, whatever fails", async () => {
  const started = performance.now();
  let server = await start();
  bulk(server, "put", join(folder, "pictures"));
  // In the middle of a batch, with all that the local queue holds.
  for (const pid of workerdsIn(server.group)) process.kill(pid, "SIGKILL");
  await server.stop();
  server = await start();
  expect(bulk(server, "status")).not.toMatch(/^waiting {2}0 /);
  bulk(server, "put", join(folder, "pictures"));
  await finished(server);
  expect(bulk(server, "failed")).toContain("in/poison.png");
  // The killed Worker may have come to its end with it, and the other one will.
  for (let round = 0; round < 2; round++) {
    bulk(server, "failed", "--send");
    await finished(server);
  }
  expect(bulk(server, "failed")).toMatch(/^0 messages/);
  const out = join(folder, "results.jsonl");
  bulk(server, "get", out);
  const seconds = (performance.now() - started) / 1000;
  console.log(`${bulk(server, "status")}after ${seconds.toFixed(0)} s`);
  await server.stop();

  const lines: ResultLine[] = readFileSync(out, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  const keys = [...inputs.keys()].toSorted();
  expect([...new Set(lines.map(({ key }) => key))]).toEqual(keys);
  let at = 0;
  for (const key of keys) {
    const results = await expected(key, inputs.get(key) as Input);
    expect(lines.slice(at, at + results.length), `SEED=${seed}`).toEqual(results);
    at += results.length;
  }
  expect(at).toBe(lines.length);
});
