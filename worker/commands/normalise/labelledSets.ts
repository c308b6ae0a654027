import { basename, join, relative, resolve } from "node:path";
import { idxPairs, readIdxPair } from "../../files/idx.ts";
import { decodeImage } from "../../image/decodeImage.ts";
import type { GreyImage } from "../../image/GreyImage.ts";
import type { JpegDecoder } from "../../image/jpeg/bindJpegDecoder.ts";
import { defaultLimits } from "../../settings/limits.ts";
import { imageFolder } from "../evaluate/imageFolder.ts";

/** A picture whose digit is known. */
export interface LabelledPicture {
  /** Its path from the folder on, or its number in an IDX file. */
  name: string;
  /** 0 … 9. */
  label: number;
  /** @throws InputError if the file is broken or over a limit */
  decode(): GreyImage;
}

/** Pictures that are written to one pair of IDX files. */
export interface LabelledSet {
  name: string;
  count: number;
  pictures: Iterable<LabelledPicture>;
}

/**
 * What a folder holds: its pairs of IDX files, a set each, or else its image files as one set, which
 * has the folder's name.
 *
 * @param only the IDX pairs to take; all if it is empty
 * @throws Error if there is no such pair, or neither kind of file, or one without a label
 */
export function labelledSets(
  folder: string,
  only: string[],
  decodeJpeg: JpegDecoder,
): LabelledSet[] {
  const pairs = idxPairs(folder);
  const missing = only.find((name) => !pairs.includes(name));
  if (missing) throw new Error(`${folder} has no pair of IDX files named ${missing}`);
  if (pairs.length === 0) return [fileSet(folder, decodeJpeg)];
  return (only.length > 0 ? only : pairs).map((name) => idxSet(folder, name));
}

function idxSet(folder: string, name: string): LabelledSet {
  const { count, width, height, pixels, labels } = readIdxPair(folder, name);
  const size = width * height;
  const pictures = Array.from({ length: count }, (_, i) => ({
    name: String(i),
    label: labels[i],
    // A copy, since the pipeline may write on the levels it is given.
    decode: () => ({ width, height, grey: pixels.slice(i * size, (i + 1) * size), alpha: null }),
  }));
  return { name: basename(name), count, pictures };
}

function fileSet(folder: string, decodeJpeg: JpegDecoder): LabelledSet {
  const { count, images } = imageFolder(folder);
  return { name: basename(resolve(folder)), count, pictures: files(folder, images, decodeJpeg) };
}

function* files(
  folder: string,
  images: ReturnType<typeof imageFolder>["images"],
  decodeJpeg: JpegDecoder,
): Generator<LabelledPicture> {
  for (const { name, label, file } of images) {
    const decode = () => decodeImage(file, defaultLimits, decodeJpeg);
    yield { name: relative(folder, join(name)), label, decode };
  }
}
