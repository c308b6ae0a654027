import type { R2Bucket } from "@cloudflare/workers-types";
import { deleteObjects, listObjects } from "./listObjects.ts";
import { readManifest, writeManifest } from "./manifest.ts";
import { packNames, type Version } from "./objectNames.ts";

/**
 * Joins the results of a pack's ranges in their order, once all are there, and has its manifest say so.
 * Two batches that come to the last ranges at once both join them, into the same bytes.
 */
export async function joinPack(pack: Version, bucket: R2Bucket): Promise<void> {
  const manifest = await readManifest(bucket, pack);
  if (!manifest || manifest.done) return;
  const names = packNames(pack);
  const results = await listObjects(bucket, names.results);
  if (results.length < manifest.ranges) return;
  const size = results.reduce((total, { size }) => total + size, 0);
  const { readable, writable } = new FixedLengthStream(size);
  const copied = (async () => {
    try {
      for (const { key } of results) {
        const object = await bucket.get(key);
        if (!object) throw new Error(`${key} is gone: another batch has joined the pack`);
        await object.body.pipeTo(writable, { preventClose: true });
      }
      await writable.close();
    } catch (error) {
      await writable.abort(error);
      throw error;
    }
  })();
  await Promise.all([copied, bucket.put(names.output, readable)]);
  await writeManifest(bucket, { ...manifest, done: true });
  for (const prefix of [`${names.folder}pictures/`, names.results]) {
    await deleteObjects(bucket, prefix);
  }
}
