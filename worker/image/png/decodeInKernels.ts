import type { GreyImage } from "../GreyImage.ts";
import { bindPictureKernels, type PictureKernels } from "../pictureKernels.ts";
import { pictureToGrey } from "../pictureToGrey.ts";
import { averageBands, averagePasses } from "./averageInKernels.ts";
import { type Band, readBands } from "./bands.ts";
import type { PixelDecoder } from "./decodePng.ts";
import { KernelRows } from "./KernelRows.ts";
import type { Structure } from "./structure.ts";
import { type ToSamples, toSamples } from "./toSamples.ts";

/**
 * A PixelDecoder that works in kernels, band by band: into `picture` a byte a sample, averaged down where
 * the image is larger than the working size, and from there to grey levels.
 *
 * @param kernels build/kernels.wasm, compiled
 */
export function pixelDecoder(kernels: WebAssembly.Module): PixelDecoder {
  const picture = bindPictureKernels(kernels);
  return (structure, factor) =>
    structure.header.interlaced && factor > 1
      ? decodeInKernels(structure, factor, bindPictureKernels(kernels, "image"))
      : decodeInKernels(structure, factor, picture);
}

function decodeInKernels(structure: Structure, factor: number, picture: PictureKernels): GreyImage {
  const { width, height } = structure.header;
  const channels = decodeInto(structure, factor, picture);
  const size = { width: Math.ceil(width / factor), height: Math.ceil(height / factor) };
  return pictureToGrey(size, channels, picture);
}

/** Decodes an image into `picture`, and returns the channels of its pixels. */
function decodeInto(structure: Structure, factor: number, picture: PictureKernels): number {
  const { header } = structure;
  const rows = (inPlace: boolean) => readBands(structure, new KernelRows(header, picture, inPlace));
  if (factor > 1) {
    const average = header.interlaced ? averagePasses : averageBands;
    return average(rows(false), structure, factor, picture);
  }
  const samples = toSamples(structure, picture);
  if (samples.areRows && !header.interlaced) {
    for (const _ of rows(true));
  } else {
    placeBands(rows(false), samples, header.width, picture);
  }
  return samples.channels;
}

/** Puts the pixels of bands where they belong in `picture`. */
function placeBands(
  bands: Iterable<Band<number>>,
  samples: ToSamples,
  width: number,
  { kernels, at }: PictureKernels,
): void {
  const { channels } = samples;
  for (const { pass, first, count, rows } of bands) {
    const { x, y, stepX, stepY, columns } = pass;
    const to = at.picture + ((y + first * stepY) * width + x) * channels;
    if (stepX === 1 && stepY === 1) {
      samples.make(rows, columns, count, to);
    } else {
      const from = samples.make(rows, columns, count, at.samples);
      kernels.place(from, columns, count, channels, to, stepX * channels, stepY * width * channels);
    }
  }
}
