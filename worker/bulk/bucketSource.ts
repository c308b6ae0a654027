import type { R2Bucket } from "@cloudflare/workers-types";
import type { PackSource } from "../packs/PackSource.ts";
import type { Version } from "./objectNames.ts";

/** The object has been deleted or replaced since it was asked for; of what replaces it, another message tells. */
export class GoneError extends Error {}

/**
 * Reads one version of an object of the bucket.
 *
 * @param size of the object in bytes
 * @returns a source that throws GoneError once the object is another, and what R2 throws
 */
export function bucketSource(bucket: R2Bucket, { key, etag }: Version, size: number): PackSource {
  return {
    size,
    async read(offset, length) {
      const object = await bucket.get(key, {
        range: { offset, length },
        onlyIf: { etagMatches: etag },
      });
      if (!object || !("body" in object)) throw new GoneError(key);
      return new Uint8Array(await object.arrayBuffer());
    },
  };
}
