import type { R2Bucket } from "@cloudflare/workers-types";
import { packNames, type Version } from "./objectNames.ts";

/** What is to be known of a pack whose pictures lie ready. */
export interface Manifest extends Version {
  pictures: number;
  /** How many ranges they are in. */
  ranges: number;
  /** Whether the pack's results are joined. */
  done: boolean;
}

/** A pack's manifest; null where it is not split yet. */
export async function readManifest(bucket: R2Bucket, pack: Version): Promise<Manifest | null> {
  const object = await bucket.get(packNames(pack).manifest);
  return object ? object.json<Manifest>() : null;
}

export async function writeManifest(bucket: R2Bucket, manifest: Manifest): Promise<void> {
  await bucket.put(packNames(manifest).manifest, JSON.stringify(manifest));
}
