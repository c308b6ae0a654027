import { AreaAverage, reductionFactor } from "../AreaAverage.ts";
import { checkSize, type SizeLimits } from "../checkSize.ts";
import type { DecodedImage, GreyImage } from "../GreyImage.ts";
import { turnUpright } from "../orientation.ts";
import { bindPictureKernels, MOST_FACTOR } from "../pictureKernels.ts";
import type { Samples } from "../Samples.ts";
import { toGrey } from "../toGrey.ts";
import { readBands } from "./bands.ts";
import { decodeInKernels } from "./decodeInKernels.ts";
import { deinterlace } from "./deinterlace.ts";
import { PlainRows } from "./PlainRows.ts";
import { isByValue, rowSamples } from "./rowSamples.ts";
import { checkStructure, type Structure } from "./structure.ts";
import { valuesToGrey } from "./values.ts";

/** Bytes of a band of rows, where an image is averaged down: the image itself is never held whole. */
const BAND_BYTES = 2 ** 18;

/**
 * Decodes a PNG file of any colour type and depth to grey levels, upright.
 *
 * The structure is checked first and the size held against the limits, so that only well-formed
 * files whose cost is known are inflated.
 *
 * @param bytes that start with the signature
 * @param left of the limits; the image's pixels are taken off
 * @param kernels build/kernels.wasm, compiled; without it, JavaScript does the same
 * @throws InputError 400 if it is broken, 413 if it is over a limit
 */
export function decodePng(
  bytes: Uint8Array,
  left: SizeLimits,
  kernels?: WebAssembly.Module,
): DecodedImage {
  const structure = checkStructure(bytes);
  const { width, height } = structure.header;
  checkSize(width, height, left, "maxPixels");
  const factor = reductionFactor(width, height);
  const image =
    kernels && factor <= MOST_FACTOR
      ? decodeInKernels(structure, factor, bindPictureKernels(kernels))
      : decodePlainly(structure, factor);
  return { ...turnUpright(image, structure.orientation), stored: { width, height } };
}

function decodePlainly(structure: Structure, factor: number): GreyImage {
  return factor === 1 ? decodeWhole(structure) : toGrey(decodeReduced(structure, factor));
}

function decodeWhole(structure: Structure): GreyImage {
  const { header } = structure;
  const bands = readBands(structure, new PlainRows(header, Number.POSITIVE_INFINITY));
  const rows = header.interlaced ? deinterlace(bands, header) : [...bands][0].rows;
  if (isByValue(structure)) return valuesToGrey(rows, structure);
  return toGrey(rowSamples(rows, header.width, header.height, structure));
}

/** Decodes an image that is too large, averaged down. */
function decodeReduced(structure: Structure, factor: number): Samples {
  const { header } = structure;
  const { width, height } = header;
  const average = new AreaAverage(width, height, factor);
  const bands = readBands(structure, new PlainRows(header, BAND_BYTES));
  for (const { pass, first, count, rows } of bands) {
    const samples = rowSamples(rows, pass.columns, count, structure);
    average.add(samples, { ...pass, y: pass.y + first * pass.stepY });
  }
  return average.result();
}
