import type { R2ObjectBody } from "@cloudflare/workers-types";
import { InputError } from "../errors/InputError.ts";
import { HEAD, packFormat } from "../packs/packFormat.ts";
import type { Bindings } from "./bindings.ts";
import { bucketSource } from "./bucketSource.ts";
import { lineOf, type Reader, type Result } from "./results.ts";
import type { BulkSettings } from "./settings.ts";
import { splitPack } from "./splitPack.ts";

/** What became of an object: a line where it is a picture or refused, none where it is a pack. */
export interface ObjectRead {
  results: Result[];
  lines: string;
}

const NOTHING: ObjectRead = { results: [], lines: "" };

/**
 * Reads an object of the bucket as it is now: a picture at once, a pack by splitting it.
 *
 * @returns nothing where the object has been deleted
 * @throws what R2 and the pipeline throw, not being the object's fault
 */
export async function readObject(
  key: string,
  bindings: Bindings,
  settings: BulkSettings,
  reader: Reader,
): Promise<ObjectRead> {
  const { BUCKET } = bindings;
  const object = await BUCKET.get(key);
  if (!object) return NOTHING;
  const { etag, size } = object;
  const version = { key, etag };
  const refuse = (error: InputError) => {
    const result = reader(error);
    return { results: [result], lines: lineOf(version, result) };
  };
  const source = bucketSource(BUCKET, version, size);
  const isShort = size <= settings.limits.maxBodyBytes;
  const bytes = isShort ? await bytesOf(object) : await headOf(object, source.read);
  const format = packFormat(bytes);
  try {
    if (format) {
      await splitPack(version, format, source, bindings, settings);
      return NOTHING;
    }
  } catch (error) {
    if (error instanceof InputError) return refuse(error);
    throw error;
  }
  if (!isShort) {
    const most = settings.limits.maxBodyBytes;
    return refuse(new InputError(413, `The file has ${size} bytes; a picture may have ${most}.`));
  }
  const result = reader(bytes);
  return { results: [result], lines: lineOf(version, result) };
}

async function bytesOf(object: R2ObjectBody): Promise<Uint8Array> {
  return new Uint8Array(await object.arrayBuffer());
}

/** The first bytes of an object that is too large to be read at once. */
async function headOf(
  object: R2ObjectBody,
  read: (offset: number, length: number) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  await object.body.cancel();
  return read(0, HEAD);
}
