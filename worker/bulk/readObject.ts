import type { R2ObjectBody } from "@cloudflare/workers-types";
import { InputError } from "../errors/InputError.ts";
import { HEAD, packFormat } from "../packs/packFormat.ts";
import type { Bindings } from "./bindings.ts";
import { bucketSource } from "./bucketSource.ts";
import { lineOf, type Reader } from "./results.ts";
import type { BulkSettings } from "./settings.ts";
import { splitPack } from "./splitPack.ts";

/**
 * Reads an object of the bucket as it is now: a picture at once, a pack by splitting it.
 *
 * @returns the line of a picture or a refusal; nothing of a pack, nor of an object that has been deleted
 * @throws what R2 and the pipeline throw, not being the object's fault
 */
export async function readObject(
  key: string,
  bindings: Bindings,
  settings: BulkSettings,
  reader: Reader,
): Promise<string> {
  const { BUCKET } = bindings;
  const object = await BUCKET.get(key);
  if (!object) return "";
  const { etag, size } = object;
  const version = { key, etag };
  const read = (file: Uint8Array | InputError) => lineOf(version, reader(file));
  const source = bucketSource(BUCKET, version, size);
  const isShort = size <= settings.limits.maxBodyBytes;
  const bytes = isShort ? await bytesOf(object) : await headOf(object, source.read);
  const format = packFormat(bytes);
  if (format) {
    try {
      await splitPack(version, format, source, bindings, settings);
      return "";
    } catch (error) {
      if (error instanceof InputError) return read(error);
      throw error;
    }
  }
  if (!isShort) {
    const most = settings.limits.maxBodyBytes;
    return read(new InputError(413, `The file has ${size} bytes; a picture may have ${most}.`));
  }
  return read(bytes);
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
