import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { encode } from "fast-png";
import type { Dataset, LabelledImage } from "./dataset.ts";

/** Grey images of one size, and their digits. */
export interface GreyImages {
  count: number;
  width: number;
  height: number;
  /** Grey levels [count][height][width]. */
  pixels: Uint8Array;
  /** Digits [count]. */
  labels: Uint8Array;
}

/** Magic numbers of MNIST's IDX files: unsigned bytes in three dimensions, and in one. */
const IMAGES_MAGIC = 0x00000803;
const LABELS_MAGIC = 0x00000801;

/**
 * MNIST's 10,000 test images as PNG files, named by their number from 0.
 *
 * @throws Error as readMnist does
 */
export function mnistTestSet(folder: string): Dataset {
  const images = readMnist(folder, "t10k");
  return { count: images.count, images: asPngs(images) };
}

function* asPngs({ count, width, height, pixels, labels }: GreyImages): Generator<LabelledImage> {
  for (let i = 0; i < count; i++) {
    const data = pixels.subarray(i * width * height, (i + 1) * width * height);
    const file = encode({ width, height, data, channels: 1 });
    yield { name: String(i), group: "MNIST's test images", label: labels[i], file };
  }
}

/**
 * Reads MNIST's test images or its training images from their two IDX files, gzipped or not.
 *
 * @param split what the files' names start with
 * @throws Error that names the file, what was found and what was expected
 */
export function readMnist(folder: string, split: "t10k" | "train"): GreyImages {
  const images = readIdx(join(folder, `${split}-images-idx3-ubyte`), IMAGES_MAGIC, 3);
  const labels = readIdx(join(folder, `${split}-labels-idx1-ubyte`), LABELS_MAGIC, 1);
  const [count, height, width] = images.sides;
  if (labels.sides[0] !== count) {
    throw new Error(`${folder} has ${count} images and ${labels.sides[0]} labels`);
  }
  if (labels.data.some((label) => label > 9)) throw new Error(`${folder} has labels above 9`);
  return { count, width, height, pixels: images.data, labels: labels.data };
}

/** An IDX file: a magic number and the sides, all u32 big-endian, then the bytes, row-major. */
function readIdx(path: string, magic: number, dimensions: number) {
  const file = [`${path}.gz`, path].find(existsSync);
  if (!file) throw new Error(`${path}.gz is missing: --mnist takes the folder that holds it`);
  const bytes = file.endsWith(".gz") ? gunzip(file) : readFileSync(file);

  const start = 4 + 4 * dimensions;
  const found = bytes.length < start ? undefined : bytes.readUInt32BE(0);
  if (found !== magic) {
    throw new Error(`${file} does not start with ${magic}, the number of such an IDX file`);
  }
  const sides = Array.from({ length: dimensions }, (_, i) => bytes.readUInt32BE(4 + 4 * i));
  const data = bytes.subarray(start);
  const expected = sides.reduce((product, side) => product * side, 1);
  if (data.length !== expected) {
    throw new Error(`${file} holds ${data.length} bytes, its header announces ${expected}`);
  }
  return { sides, data };
}

function gunzip(file: string): Buffer {
  try {
    return gunzipSync(readFileSync(file));
  } catch (error) {
    throw new Error(`${file} cannot be unpacked: ${(error as Error).message}`);
  }
}
