import * as v from "valibot";
import type { Bindings } from "./bindings.ts";
import { GoneError } from "./bucketSource.ts";
import { createdKey, messageSchema } from "./messages.ts";
import { IN, type Version } from "./objectNames.ts";
import { readObject } from "./readObject.ts";
import { readRange } from "./readRange.ts";
import type { Reader } from "./results.ts";
import type { BulkSettings } from "./settings.ts";

/** What a message has led to. */
export interface Handled {
  /** Results that are still to be put into the bucket. */
  lines: string;
  /** Of which a range has been read. */
  pack?: Version;
}

const NOTHING: Handled = { lines: "" };

/**
 * Reads what a message names. Nothing comes of messages on objects that have gone since, or lie elsewhere
 * in the bucket.
 *
 * @throws Error for a message of another form, and what R2 and the pipeline throw
 */
export async function handleMessage(
  message: unknown,
  bindings: Bindings,
  settings: BulkSettings,
  reader: Reader,
): Promise<Handled> {
  const body = v.parse(messageSchema, message);
  if ("range" in body) {
    const { pack, range } = body;
    await readRange(pack, range, bindings.BUCKET, reader);
    return { lines: "", pack };
  }
  const key = createdKey(body);
  if (!key?.startsWith(IN)) return NOTHING;
  try {
    return { lines: await readObject(key, bindings, settings, reader) };
  } catch (error) {
    if (error instanceof GoneError) return NOTHING;
    throw error;
  }
}
