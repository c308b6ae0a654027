import { createTarDecoder } from "modern-tar";
import { InputError } from "../errors/InputError.ts";
import type { PackedPicture, PackLimits } from "./PackedPicture.ts";
import { tooLarge, tooMany } from "./refusals.ts";
import { streamOf } from "./streamOf.ts";

/**
 * The files of a tar archive, ustar with the extensions of pax and GNU. Folders and links are left out.
 *
 * @throws InputError 400 if it is broken, 413 over a limit; of a file over its limit the entry says so
 */
export async function* readTar(
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
  { maxPictures, maxPictureBytes }: PackLimits,
): AsyncGenerator<PackedPicture> {
  const entries = streamOf(chunks)
    .pipeThrough(createTarDecoder({ strict: true }))
    .getReader();
  let count = 0;
  for (;;) {
    const { done, value: entry } = await entries.read().catch(refuse);
    if (done) return;
    const { name, size, type } = entry.header;
    if (type !== "file") {
      await entry.body.cancel();
      continue;
    }
    if (++count > maxPictures) throw tooMany(maxPictures);
    if (size > maxPictureBytes) {
      await entry.body.cancel();
      yield { name, file: tooLarge(size, maxPictureBytes) };
    } else {
      const file = await new Response(entry.body).arrayBuffer().catch(refuse);
      yield { name, file: new Uint8Array(file) };
    }
  }
}

function refuse(error: Error): never {
  // What it is packed in is broken, or too long.
  if (error instanceof InputError) throw error;
  throw new InputError(400, `The tar archive is broken: ${error.message}`);
}
