import { crc32, inflateRawSync } from "node:zlib";
import { type Entry, fromRandomAccessReaderPromise, type ZipFile } from "yauzl";
import { InputError } from "../errors/InputError.ts";
import type { PackedPicture, PackLimits } from "./PackedPicture.ts";
import type { PackSource } from "./PackSource.ts";
import { tooLarge, tooMany } from "./refusals.ts";
import { ZipSource } from "./ZipSource.ts";

/** Compression methods (APPNOTE 4.4.5). */
const STORED = 0;
const DEFLATED = 8;

/**
 * The files of a zip archive, in the order of its directory. Folders are left out.
 *
 * None unpacks to more than its entry announces, and that is held to the limit first. Entries that share
 * bytes, by which a small archive holds what would fill disks, have more bytes together than the archive.
 *
 * @throws InputError 400 if it is broken, 413 over a limit; of a file over its limit, broken or encrypted
 *   the entry says so
 */
export async function* readZip(
  source: PackSource,
  { maxPictures, maxPictureBytes }: PackLimits,
): AsyncGenerator<PackedPicture> {
  const bytes = new ZipSource(source);
  const options = { lazyEntries: true, autoClose: false };
  const zip = await fromRandomAccessReaderPromise(bytes, source.size, options).catch(refuse);
  if (zip.entryCount > maxPictures) throw tooMany(maxPictures);
  const entries = zip.eachEntry();
  let packed = 0;
  for (;;) {
    const { done, value: entry } = await entries.next().catch(refuse);
    if (done) return;
    packed += entry.compressedSize;
    if (packed > source.size) refuse(new Error("its files overlap"));
    const { fileName: name, compressedSize, uncompressedSize } = entry;
    if (name.endsWith("/")) continue;
    const size = Math.max(compressedSize, uncompressedSize);
    if (size > maxPictureBytes) yield { name, file: tooLarge(size, maxPictureBytes) };
    else yield { name, file: await unpack(zip, entry, bytes) };
  }
}

async function unpack(
  zip: ZipFile,
  entry: Entry,
  source: ZipSource,
): Promise<Uint8Array | InputError> {
  const { compressionMethod: method, compressedSize, uncompressedSize } = entry;
  if (entry.isEncrypted()) return new InputError(400, "The file is encrypted. Pack it without.");
  if (method !== STORED && method !== DEFLATED) {
    return new InputError(400, `The file is packed by method ${method}. Use deflate or none.`);
  }
  const { fileDataStart } = await zip
    .readLocalFileHeaderPromise(entry, { minimal: true })
    .catch(refuse);
  const packed = await source.bytes(fileDataStart, compressedSize);
  try {
    const file =
      method === STORED
        ? packed
        : inflateRawSync(packed, { maxOutputLength: uncompressedSize || 1 });
    if (file.length === uncompressedSize && crc32(file) === entry.crc32) return file;
  } catch {
    // zlib's reasons tell the sender no more.
  }
  return new InputError(400, "The file does not unpack to what the archive announces.");
}

function refuse(error: Error): never {
  throw new InputError(400, `The zip archive is broken: ${error.message}`);
}
