import type { R2Bucket, R2Object } from "@cloudflare/workers-types";

/** The objects whose keys begin so, in the order of their keys. */
export async function listObjects(bucket: R2Bucket, prefix: string): Promise<R2Object[]> {
  const found: R2Object[] = [];
  let cursor: string | undefined;
  do {
    const page = await bucket.list({ prefix, ...(cursor !== undefined && { cursor }) });
    found.push(...page.objects);
    cursor = page.truncated ? page.cursor : undefined;
  } while (cursor !== undefined);
  return found;
}

/** The most keys that R2 deletes at once. */
const MOST_KEYS = 1000;

/** Deletes the objects whose keys begin so. */
export async function deleteObjects(bucket: R2Bucket, prefix: string): Promise<void> {
  const keys = (await listObjects(bucket, prefix)).map(({ key }) => key);
  for (let i = 0; i < keys.length; i += MOST_KEYS) {
    await bucket.delete(keys.slice(i, i + MOST_KEYS));
  }
}
