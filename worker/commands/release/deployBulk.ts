import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parse } from "smol-toml";
import { IN } from "../../bulk/objectNames.ts";
import { CONFIG } from "../bulk/place.ts";
import { OFFLINE } from "../serve/run.ts";

/** What the bulk Worker needs, as its configuration names it. */
interface BulkConfig {
  r2_buckets: [{ bucket_name: string }];
  queues: { consumers: { queue: string; dead_letter_queue?: string }[] };
}

/** Something that the Worker needs: how wrangler makes it, and how it says whether it is there. */
interface Need {
  make: string[];
  look: string[];
  /** What wrangler prints of it if it is there, where it does not fail if it is not. */
  shows?: string;
}

/** The bucket, the queues and the notification that join them, in the order in which they are made. */
function needs(): Need[] {
  const { r2_buckets, queues } = parse(readFileSync(CONFIG, "utf8")) as unknown as BulkConfig;
  const [{ bucket_name: bucket }] = r2_buckets;
  const queue = queues.consumers.find(({ dead_letter_queue }) => dead_letter_queue);
  if (!queue?.dead_letter_queue) throw new Error(`${CONFIG} names no dead-letter queue`);
  const notification = [
    ...["--event-type", "object-create", "--queue", queue.queue, "--prefix", IN],
  ];
  return [
    { make: ["r2", "bucket", "create", bucket], look: ["r2", "bucket", "info", bucket] },
    { make: ["queues", "create", queue.queue], look: ["queues", "info", queue.queue] },
    {
      make: ["queues", "create", queue.dead_letter_queue],
      look: ["queues", "info", queue.dead_letter_queue],
    },
    {
      make: ["r2", "bucket", "notification", "create", bucket, ...notification],
      look: ["r2", "bucket", "notification", "list", bucket],
      shows: queue.queue,
    },
  ];
}

/**
 * Prints the commands that make what the bulk Worker needs, and asks wrangler whether it is there. Makes
 * nothing: a bucket costs money.
 *
 * @throws Error that names the command of what wrangler says is missing, with wrangler's words
 */
export function checkBulkNeeds(): void {
  const all = needs();
  console.log("The bulk Worker needs a bucket, two queues and a notification. These make them:\n");
  for (const { make } of all) console.log(`  npx wrangler ${make.join(" ")}`);
  console.log("");
  for (const { make, look, shows = "" } of all) {
    const { status, output } = wrangler(look);
    if (status === 0 && output.includes(shows)) continue;
    const command = `npx wrangler ${make.join(" ")}`;
    throw new Error(
      `wrangler ${look.join(" ")} says:\n${output.trim()}\nIf it is missing, make it: ${command}`,
    );
  }
}

function wrangler(args: string[]): { status: number | null; output: string } {
  const require = createRequire(import.meta.url);
  const bin = join(dirname(require.resolve("wrangler/package.json")), "bin", "wrangler.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    encoding: "utf8",
    env: { ...process.env, ...OFFLINE },
  });
  return { status, output: stdout + stderr };
}
