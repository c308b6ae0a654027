import type { R2Bucket } from "@cloudflare/workers-types";
import { packNames, type Version } from "./objectNames.ts";
import { decodeRange } from "./rangeFile.ts";
import type { Reader } from "./results.ts";
import { lineOf, type Result } from "./results.ts";

/**
 * Reads the pictures of a range and puts their results beside those of the others.
 *
 * @returns the results; none where the pack is done already, and its ranges are gone
 */
export async function readRange(
  pack: Version,
  range: number,
  bucket: R2Bucket,
  reader: Reader,
): Promise<Result[]> {
  const names = packNames(pack);
  const object = await bucket.get(names.pictures(range));
  if (!object) return [];
  const { key, etag } = pack;
  const results: Result[] = [];
  let lines = "";
  for (const { name, file } of decodeRange(new Uint8Array(await object.arrayBuffer()))) {
    const result = reader(file);
    results.push(result);
    lines += lineOf({ key, etag, name }, result);
  }
  await bucket.put(names.result(range), lines);
  return results;
}
