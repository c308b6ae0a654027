import type { R2Bucket, R2Object } from "@cloudflare/workers-types";
import { deleteObjects, listObjects } from "./listObjects.ts";
import { readManifest, writeManifest } from "./manifest.ts";
import { packNames, type Version } from "./objectNames.ts";

/**
 * Joins the results of a pack's ranges in their order, once all are there, has its manifest say so, and takes
 * away what was kept until then; also what a range that came late has left. Two batches that come to the last
 * ranges at once both join them, into the same bytes.
 */
export async function joinPack(pack: Version, bucket: R2Bucket): Promise<void> {
  const names = packNames(pack);
  const manifest = await readManifest(bucket, pack);
  if (!manifest) return;
  if (!manifest.done) {
    const results = await listObjects(bucket, names.results);
    if (results.length < manifest.ranges) return;
    await concatenate(bucket, results, names.output);
    await writeManifest(bucket, { ...manifest, done: true });
  }
  await deleteObjects(bucket, names.allPictures);
  await deleteObjects(bucket, names.results);
}

/** Puts objects together into one, without holding any of them. */
async function concatenate(bucket: R2Bucket, parts: R2Object[], name: string): Promise<void> {
  const { readable, writable } = new FixedLengthStream(
    parts.reduce((total, { size }) => total + size, 0),
  );
  const copy = async () => {
    try {
      for (const { key } of parts) {
        const object = await bucket.get(key);
        if (!object) throw new Error(`${key} is gone: another batch has joined the pack`);
        await object.body.pipeTo(writable, { preventClose: true });
      }
      await writable.close();
    } catch (error) {
      await writable.abort(error);
      throw error;
    }
  };
  await Promise.all([copy(), bucket.put(name, readable)]);
}
