import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { eachOf } from "../../../worker/bulk/eachOf.ts";
import { putMessage } from "../../../worker/bulk/messages.ts";
import { Client } from "../../../worker/commands/bulk/Client.ts";
import { findResults } from "../../../worker/commands/bulk/findResults.ts";
import { workerdsIn } from "../../runtimes/processes.ts";
import { startProgram } from "../../runtimes/server.ts";
import { zipOf } from "../../unit/packs/zip.ts";
import { KINDS } from "./pictures.ts";

const COUNT = 500;
const WIDTH = 8;
const POLL = 500;

/** Milliseconds of one of the clock ticks that Linux counts. */
const TICK = 10;

/**
 * Prints the processor time that workerd takes for a picture, from its message to its result, with what R2 and
 * the queue take as miniflare has them: on Cloudflare those are other machines' time.
 */
export async function workerCpu(): Promise<void> {
  process.env.BULK_TOKEN = "bench";
  const folder = mkdtempSync(join(tmpdir(), "bulk-"));
  const server = await startProgram((port) => [
    ...["npm", "run", "bulk", "--", "--port", port, "--persist-to", folder],
  ]);
  const client = new Client(server.url, "bench");
  const pid = workerdsIn(server.group).at(-1) as number;
  console.log("\nms of workerd's processor time a picture, R2 and queue included");
  for (const [kind, make] of Object.entries(KINDS)) {
    const pictures = make(COUNT);
    const single = pictures.map(({ name, bytes }) => ({ key: `in/${kind}/${name}`, bytes }));
    const packed = [{ key: `in/${kind}.zip`, bytes: zipOf(pictures) }];
    for (const [what, objects] of Object.entries({ single, packed })) {
      await eachOf(objects, WIDTH, ({ key, bytes }) =>
        client.put(key, new Blob([new Uint8Array(bytes)])),
      );
      const before = cpu(pid);
      await client.send(objects.map(({ key }) => putMessage(key)));
      do await sleep(POLL);
      while ((await findResults(client)).waiting.length > 0);
      console.log(`${kind}, ${what}: ${((cpu(pid) - before) / COUNT).toFixed(2)}`);
    }
  }
  await server.stop();
  rmSync(folder, { recursive: true });
}

/** The processor time of a process so far, in ms (proc(5): utime and stime). */
function cpu(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return TICK * (Number(fields[11]) + Number(fields[12]));
}
