import { InputError } from "../errors/InputError.ts";
import type { PackedPicture } from "../packs/PackedPicture.ts";
import type { PackSource } from "../packs/PackSource.ts";
import type { PackFormat } from "../packs/packFormat.ts";
import { readPack } from "../packs/readPack.ts";
import type { Bindings } from "./bindings.ts";
import { joinPack } from "./joinPack.ts";
import { deleteObjects, listObjects } from "./listObjects.ts";
import { type Manifest, readManifest, writeManifest } from "./manifest.ts";
import { packNames, type Version } from "./objectNames.ts";
import { encodeRange } from "./rangeFile.ts";
import { sendAll } from "./sendAll.ts";
import type { BulkSettings } from "./settings.ts";

/** Bytes of a pack: a Worker reads them in some minutes, a megabyte a time, of 10,000 requests that it may make. */
const MOST_BYTES = 4 * 2 ** 30;

/**
 * Splits a pack into ranges of pictures, each in an object and a message of its own. The manifest comes
 * before the messages and after all the pictures, so that of a broken pack nothing is read. Of a pack that
 * is split already, sends the ranges that are not done; where all are, it joins them: the message that would
 * have may be lost.
 *
 * @throws InputError where the pack is refused, GoneError where it has been replaced
 */
export async function splitPack(
  pack: Version,
  format: PackFormat,
  source: PackSource,
  { BUCKET, QUEUE }: Bindings,
  settings: BulkSettings,
): Promise<void> {
  const names = packNames(pack);
  let manifest = await readManifest(BUCKET, pack);
  if (manifest?.done) return;
  if (!manifest) {
    try {
      manifest = {
        ...pack,
        ...(await putRanges(pack, format, source, BUCKET, settings)),
        done: false,
      };
    } catch (error) {
      if (error instanceof InputError) await deleteObjects(BUCKET, names.folder);
      throw error;
    }
    await writeManifest(BUCKET, manifest);
  }
  const done = new Set((await listObjects(BUCKET, names.results)).map(({ key }) => key));
  const ranges = Array.from({ length: manifest.ranges }, (_, range) => range);
  const left = ranges.filter((range) => !done.has(names.result(range)));
  if (left.length === 0) return joinPack(pack, BUCKET);
  await sendAll(
    QUEUE,
    left.map((range) => ({ pack, range })),
  );
}

/** Puts the pictures of each range into the bucket. Without any there is one range, an empty one. */
async function putRanges(
  pack: Version,
  format: PackFormat,
  source: PackSource,
  bucket: Bindings["BUCKET"],
  { limits, rangePictures, packPictures }: BulkSettings,
): Promise<Pick<Manifest, "pictures" | "ranges">> {
  const names = packNames(pack);
  let range: PackedPicture[] = [];
  let bytes = 0;
  let pictures = 0;
  let ranges = 0;
  const put = async () => {
    await bucket.put(names.pictures(ranges++), encodeRange(range));
    range = [];
    bytes = 0;
  };
  const packLimits = {
    maxBytes: MOST_BYTES,
    maxPictures: packPictures,
    maxPictureBytes: limits.maxBodyBytes,
  };
  for await (const picture of readPack(format, source, packLimits)) {
    const size = picture.file instanceof InputError ? 0 : picture.file.length;
    if (range.length === rangePictures || bytes + size > limits.maxBodyBytes) await put();
    range.push(picture);
    bytes += size;
    pictures++;
  }
  if (range.length > 0 || ranges === 0) await put();
  return { pictures, ranges };
}
