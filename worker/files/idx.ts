import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { listFiles } from "./listFiles.ts";

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

/** The first two bytes of every IDX file are 0; then come its type, unsigned bytes, and dimensions. */
const UNSIGNED_BYTES = 0x08;

const IMAGES = "-images-idx3-ubyte";
const LABELS = "-labels-idx1-ubyte";

/** The names of a folder's pairs of IDX files, as MNIST's `train` and `t10k`, sorted. */
export function idxPairs(folder: string): string[] {
  const names = listFiles(folder).flatMap((path) => {
    const [name, end] = path.split(IMAGES);
    return end === "" || end === ".gz" ? [name] : [];
  });
  return [...new Set(names)];
}

/**
 * Reads labelled images of any size from a pair of IDX files, gzipped or not, in the format that
 * http://yann.lecun.com/exdb/mnist/ describes.
 *
 * @param name what both files' names start with, as `train`
 * @throws Error that names the file, what was found and what was expected
 */
export function readIdxPair(folder: string, name: string): GreyImages {
  const images = readIdx(join(folder, name + IMAGES), 3);
  const labels = readIdx(join(folder, name + LABELS), 1);
  const [count, height, width] = images.sides;
  if (labels.sides[0] !== count) {
    throw new Error(`${join(folder, name)} has ${count} images and ${labels.sides[0]} labels`);
  }
  if (labels.data.some((label) => label > 9)) {
    throw new Error(`${join(folder, name)} has labels above 9`);
  }
  return { count, width, height, pixels: images.data, labels: labels.data };
}

/** The two files that readIdxPair reads, gzipped, by their names. */
export function encodeIdxPair(name: string, images: GreyImages): [file: string, Uint8Array][] {
  const { count, width, height, pixels, labels } = images;
  return [
    [`${name}${IMAGES}.gz`, gzipSync(encodeIdx([count, height, width], pixels))],
    [`${name}${LABELS}.gz`, gzipSync(encodeIdx([count], labels))],
  ];
}

/** A magic number and the sides, all u32 big-endian, then the bytes, row-major. */
function readIdx(path: string, dimensions: number): { sides: number[]; data: Uint8Array } {
  const file = [`${path}.gz`, path].find(existsSync);
  if (!file) throw new Error(`${path}.gz is missing`);
  const bytes = file.endsWith(".gz") ? gunzip(file) : readFileSync(file);

  const magic = (UNSIGNED_BYTES << 8) | dimensions;
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

function encodeIdx(sides: number[], data: Uint8Array): Buffer {
  const header = Buffer.alloc(4 + 4 * sides.length);
  header.writeUInt32BE((UNSIGNED_BYTES << 8) | sides.length, 0);
  for (const [i, side] of sides.entries()) header.writeUInt32BE(side, 4 + 4 * i);
  return Buffer.concat([header, data]);
}

function gunzip(file: string): Buffer {
  try {
    return gunzipSync(readFileSync(file));
  } catch (error) {
    throw new Error(`${file} cannot be unpacked: ${(error as Error).message}`);
  }
}
