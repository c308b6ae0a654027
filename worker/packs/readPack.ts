import { InputError } from "../errors/InputError.ts";
import { ByteReader } from "./ByteReader.ts";
import type { PackedPicture, PackLimits } from "./PackedPicture.ts";
import { chunksOf, type PackSource } from "./PackSource.ts";
import { HEAD, type PackFormat, packFormat } from "./packFormat.ts";
import { readIdx } from "./readIdx.ts";
import { readTar } from "./readTar.ts";
import { readZip } from "./readZip.ts";
import { tooLong } from "./refusals.ts";
import { streamOf } from "./streamOf.ts";

/**
 * The pictures of a pack, in its order and one at a time. What the pack is broken by may come to light
 * after some of them.
 *
 * @throws InputError 400 if it is broken, 413 over a limit; what `source` throws
 */
export async function* readPack(
  format: PackFormat,
  source: PackSource,
  limits: PackLimits,
): AsyncGenerator<PackedPicture> {
  if (source.size > limits.maxBytes) throw tooLong(limits.maxBytes);
  let fault: unknown;
  const watched: PackSource = {
    size: source.size,
    read: (...place) =>
      source.read(...place).catch((error: Error) => {
        fault = error;
        throw error;
      }),
  };
  try {
    yield* picturesOf(format, watched, limits);
  } catch (error) {
    // Between it and here, libraries and streams make another error of it.
    throw fault ?? error;
  }
}

function picturesOf(
  format: PackFormat,
  source: PackSource,
  limits: PackLimits,
): AsyncGenerator<PackedPicture> {
  if (format === "zip") return readZip(source, limits);
  if (format === "tar") return readTar(chunksOf(source), limits);
  if (format === "idx") return readIdx(new ByteReader(chunksOf(source)), limits);
  return readGzip(source, limits);
}

async function* readGzip(source: PackSource, limits: PackLimits): AsyncGenerator<PackedPicture> {
  const bytes = new ByteReader(gunzip(chunksOf(source), limits.maxBytes));
  const format = packFormat(await bytes.peek(HEAD));
  if (format === "idx") yield* readIdx(bytes, limits);
  else if (format === "tar") yield* readTar(bytes.rest(), limits);
  else throw new InputError(400, "The gzip file holds neither an IDX file of images nor a tar.");
}

/** A small file may unpack to a thousand times its size: no more is unpacked than is taken. */
async function* gunzip(
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
  maxBytes: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let bytes = 0;
  const unpacked = streamOf(chunks).pipeThrough(new DecompressionStream("gzip")).getReader();
  for (;;) {
    const { done, value } = await unpacked.read().catch((error: Error) => {
      throw new InputError(400, `The gzip file is broken: ${error.message}`);
    });
    if (done) return;
    bytes += value.length;
    if (bytes > maxBytes) throw tooLong(maxBytes);
    yield value;
  }
}
