import { InputError } from "../errors/InputError.ts";
import type { ByteReader } from "./ByteReader.ts";
import { greyPng } from "./greyPng.ts";
import type { PackedPicture, PackLimits } from "./PackedPicture.ts";

/** Bytes of the magic number and three sizes, all u32 big-endian. */
const HEADER = 16;

/**
 * The images of an IDX file, as http://yann.lecun.com/exdb/mnist/ describes it, each as a PNG.
 *
 * @throws InputError 400 where the file holds less or more than its header announces, 413 over a limit
 */
export async function* readIdx(
  bytes: ByteReader,
  { maxPictures, maxPictureBytes }: PackLimits,
): AsyncGenerator<PackedPicture> {
  const header = Buffer.from(await bytes.read(HEADER));
  if (header.length < HEADER) throw new InputError(400, "The IDX file ends within its header.");
  const [count, height, width] = [4, 8, 12].map((at) => header.readUInt32BE(at));
  const size = width * height;
  if (count > maxPictures || size > maxPictureBytes) {
    throw new InputError(
      413,
      `The IDX file announces ${count} images of ${width}×${height}; a pack may have ` +
        `${maxPictures} of ${maxPictureBytes} bytes each. Split it or scale them down.`,
    );
  }
  for (let i = 0; i < count; i++) {
    const grey = await bytes.read(size);
    if (grey.length < size) {
      throw new InputError(400, `The IDX file ends within image ${i}, of ${count} announced.`);
    }
    yield { name: String(i), file: greyPng(width, height, grey) };
  }
  if ((await bytes.read(1)).length > 0) {
    throw new InputError(400, `The IDX file goes on after the ${count} images that it announces.`);
  }
}
