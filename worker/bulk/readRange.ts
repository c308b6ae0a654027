import type { R2Bucket } from "@cloudflare/workers-types";
import { packNames, type Version } from "./objectNames.ts";
import { decodeRange } from "./rangeFile.ts";
import { lineOf, type Reader } from "./results.ts";

/**
 * Reads the pictures of a range and puts their results beside those of the others. Does nothing where the
 * pack is done already, and its ranges are gone.
 */
export async function readRange(
  pack: Version,
  range: number,
  bucket: R2Bucket,
  reader: Reader,
): Promise<void> {
  const names = packNames(pack);
  const object = await bucket.get(names.pictures(range));
  if (!object) return;
  const { key, etag } = pack;
  let lines = "";
  for (const { name, file } of decodeRange(new Uint8Array(await object.arrayBuffer()))) {
    lines += lineOf({ key, etag, name }, reader(file));
  }
  await bucket.put(names.result(range), lines);
}
