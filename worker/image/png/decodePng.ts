import { AreaAverage, reductionFactor } from "../AreaAverage.ts";
import { checkSize, type SizeLimits } from "../checkSize.ts";
import type { DecodedImage, GreyImage } from "../GreyImage.ts";
import { turnUpright } from "../orientation.ts";
import type { Samples } from "../Samples.ts";
import { toGrey } from "../toGrey.ts";
import { readBands } from "./bands.ts";
import { deinterlace } from "./deinterlace.ts";
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
 * @throws InputError 400 if it is broken, 413 if it is over a limit
 */
export function decodePng(bytes: Uint8Array, left: SizeLimits): DecodedImage {
  const structure = checkStructure(bytes);
  const { width, height } = structure.header;
  checkSize(width, height, left, "maxPixels");
  const factor = reductionFactor(width, height);
  const image = factor === 1 ? decodeWhole(structure) : toGrey(decodeReduced(structure, factor));
  return { ...turnUpright(image, structure.orientation), stored: { width, height } };
}

function decodeWhole(structure: Structure): GreyImage {
  const { header } = structure;
  const bands = readBands(structure, Number.POSITIVE_INFINITY);
  const rows = header.interlaced ? deinterlace(bands, header) : [...bands][0].rows;
  if (isByValue(structure)) return valuesToGrey(rows, structure);
  return toGrey(rowSamples(rows, header.width, header.height, structure));
}

/** Decodes an image that is too large, averaged down. */
function decodeReduced(structure: Structure, factor: number): Samples {
  const { width, height } = structure.header;
  const average = new AreaAverage(width, height, factor);
  for (const { pass, first, count, rows } of readBands(structure, BAND_BYTES)) {
    const samples = rowSamples(rows, pass.columns, count, structure);
    average.add(samples, { ...pass, y: pass.y + first * pass.stepY });
  }
  return average.result();
}
