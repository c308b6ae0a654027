import { type PictureKernels, SQUARE_BYTES } from "../pictureKernels.ts";
import type { Band } from "./bands.ts";
import type { Structure } from "./structure.ts";
import { toSamples } from "./toSamples.ts";
import { toSums } from "./toSums.ts";

/** Averages an image down into `picture`, row by row, and returns the channels of its pixels. */
export function averageBands(
  bands: Iterable<Band<number>>,
  structure: Structure,
  factor: number,
  picture: PictureKernels,
): number {
  const { kernels, bytes, at } = picture;
  const { width, height } = structure.header;
  const { channels, prepare } = toSums(structure, factor, picture);
  const columns = Math.ceil(width / factor);
  // A broken image may have left some.
  bytes.fill(0, at.sums, at.sums + columns * SQUARE_BYTES);
  let output = at.picture;
  for (const { first, count, rows } of bands) {
    const add = prepare(rows, width, count);
    for (let row = 0; row < count; row++) {
      const y = first + row;
      add(row);
      const isLast = y + 1 === height;
      if (isLast || (y + 1) % factor === 0) {
        kernels.means(at.sums, output, width, (y % factor) + 1, channels, factor);
        output += columns * channels;
      }
    }
  }
  return channels;
}

/**
 * Does the same for an interlaced image. Its passes come back to each square, so that all sums are held
 * at once.
 */
export function averagePasses(
  bands: Iterable<Band<number>>,
  structure: Structure,
  factor: number,
  picture: PictureKernels,
): number {
  const { kernels, bytes, at } = picture;
  const { width, height } = structure.header;
  const samples = toSamples(structure, picture);
  const { channels } = samples;
  const stride = Math.ceil(width / factor) * SQUARE_BYTES;
  bytes.fill(0, at.sums, at.sums + Math.ceil(height / factor) * stride);
  for (const { pass, first, count, rows } of bands) {
    const { x, y, stepX, stepY, columns } = pass;
    let from = samples.make(rows, columns, count, at.samples);
    for (let row = first; row < first + count; row++, from += columns * channels) {
      const sums = at.sums + Math.floor((y + row * stepY) / factor) * stride;
      kernels.addPass(from, sums, columns, channels, factor, x, stepX);
    }
  }
  let [sums, output] = [at.sums, at.picture];
  for (let y = 0; y < height; y += factor, sums += stride) {
    kernels.means(sums, output, width, Math.min(factor, height - y), channels, factor);
    output += Math.ceil(width / factor) * channels;
  }
  return channels;
}
