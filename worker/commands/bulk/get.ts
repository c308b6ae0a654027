import { createWriteStream, renameSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { progressBar } from "../../adapters/terminal/progress.ts";
import type { Client } from "./Client.ts";
import { findResults } from "./findResults.ts";

/** Writes the results into a file: a line a picture, in the order of the keys, and of a pack in its own. */
export async function get(client: Client, file: string): Promise<void> {
  const { results, waiting, failed } = await findResults(client);
  const progress = progressBar(results.size);
  const unfinished = `${file}.part`;
  async function* lines() {
    let done = 0;
    for (const result of results.values()) {
      yield "line" in result ? `${result.line}\n` : await (await client.get(result.lines)).text();
      progress(++done);
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(unfinished));
  renameSync(unfinished, file);
  console.log(`${file}: the results of ${results.size} objects`);
  if (waiting.length > 0) console.log(`${waiting.length} objects wait`);
  if (failed.size > 0) console.log(`${failed.size} messages failed, see npm run bulk -- failed`);
}
