import { createHash } from "node:crypto";
import { createReadStream, openAsBlob } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { progressBar } from "../../adapters/terminal/progress.ts";
import { eachOf } from "../../bulk/eachOf.ts";
import { putMessage } from "../../bulk/messages.ts";
import { IN } from "../../bulk/objectNames.ts";
import { listFiles } from "../../files/listFiles.ts";
import type { Client } from "./Client.ts";
import { resume } from "./resume.ts";

/** Files that are sent at once. */
const WIDTH = 16;

/** Files after which their messages are sent. */
const MESSAGES = 100;

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Puts a folder's files into the local bucket, those that are not there yet, and sends the messages that
 * R2 would send of them.
 *
 * @throws Error where the bucket is not the local one: other programs put files into it faster
 */
export async function put(client: Client, folder: string): Promise<void> {
  if (!LOOPBACK.includes(new URL(client.url).hostname)) {
    throw new Error(
      "put is for the local bucket; worker/bulk/README.md shows how to put files on R2",
    );
  }
  const files = listFiles(folder).filter((file) => !/(^|\/)\./.test(file));
  const there = new Map((await client.list(IN)).map(({ key, etag }) => [key, etag]));
  const progress = progressBar(files.length);
  const sent = new Set<string>();
  let done = 0;
  let unannounced: string[] = [];
  const announce = async () => {
    const keys = unannounced;
    unannounced = [];
    await client.send(keys.map(putMessage));
  };
  await eachOf(files, WIDTH, async (file) => {
    const path = join(folder, file);
    const key = IN + file;
    if (there.get(key) !== (await md5(path))) {
      await client.put(key, await openAsBlob(path));
      sent.add(key);
      if (unannounced.push(key) >= MESSAGES) await announce();
    }
    progress(++done);
  });
  await announce();
  console.log(`${sent.size} of ${files.length} files put in; the others were there already`);
  // A run that was broken off may have put files in without their messages.
  if (sent.size < files.length) await resume(client, sent);
}

/** R2's etag of an object that was put at once. */
async function md5(path: string): Promise<string> {
  const hash = createHash("md5");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
