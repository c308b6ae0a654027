import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Coverage } from "../../../samples/stroke.ts";
import type { Box } from "../picture/Picture.ts";

/** Pixels along an image of MNIST's. */
export const SIDE = 28;

/** A digit that somebody wrote for MNIST. */
export interface Written {
  label: number;
  /** Grey levels [28][28], light on dark. */
  levels: Uint8Array;
}

/** Whether something is fitted to what people wrote, or validated with what others did. */
export type Half = "train" | "validation";

/** MNIST's training images, and which are taken of them: no network here was trained on the last 5,000. */
const COUNT = 60_000;
const TAKEN = { train: [40_000, 55_000], validation: [55_000, COUNT] } as const;

/** Bytes before the data in an IDX file of images, and in one of labels. */
const IMAGES_HEADER = 16;
const LABELS_HEADER = 8;

/** Grey levels over which the edge of an enlarged stroke fades. */
const SOFT = 40;

/**
 * The last 5,000 of MNIST's training images; 15,000 others of them to train.
 *
 * @throws Error that names the file that is missing or is not MNIST's
 */
export function readHandwriting(folder: string, half: Half = "validation"): Written[] {
  const size = SIDE * SIDE;
  const images = readData(join(folder, "train-images-idx3-ubyte"), IMAGES_HEADER, COUNT * size);
  const labels = readData(join(folder, "train-labels-idx1-ubyte"), LABELS_HEADER, COUNT);
  const [from, to] = TAKEN[half];
  return Array.from({ length: to - from }, (_, k) => {
    const i = from + k;
    return { label: labels[i], levels: images.subarray(i * size, (i + 1) * size) };
  });
}

function readData(path: string, header: number, length: number): Uint8Array {
  const file = [`${path}.gz`, path].find(existsSync);
  if (!file) throw new Error(`${path}.gz is missing`);
  const bytes = file.endsWith(".gz") ? gunzipSync(readFileSync(file)) : readFileSync(file);
  if (bytes.length !== header + length) {
    throw new Error(`${file} holds ${bytes.length} bytes, MNIST's ${header + length}`);
  }
  return bytes.subarray(header);
}

/**
 * Draws a digit of MNIST's large: the grey levels are interpolated, and what is lighter than a
 * level is ink.
 *
 * @param square where the 28×28 pixels go, in pixels of the canvas
 * @param cut the level: the lower, the bolder the pen
 */
export function enlarge(
  { levels }: Written,
  { width, height }: { width: number; height: number },
  square: Box,
  cut: number,
): Coverage {
  const ink = new Float64Array(width * height).map((_, i) => {
    const x = (((i % width) - square.left) / square.width) * SIDE - 0.5;
    const y = ((Math.floor(i / width) - square.top) / square.height) * SIDE - 0.5;
    return Math.min(1, Math.max(0, (interpolate(levels, x, y) - cut) / SOFT + 0.5));
  });
  return { width, height, ink };
}

/** The level between four pixels of a square; 0 outside. */
export function interpolate(levels: Uint8Array, x: number, y: number, side = SIDE): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left > side - 2 || top > side - 2) return 0;
  const [u, v, i] = [x - left, y - top, top * side + left];
  const upper = levels[i] * (1 - u) + levels[i + 1] * u;
  const lower = levels[i + side] * (1 - u) + levels[i + side + 1] * u;
  return upper * (1 - v) + lower * v;
}
