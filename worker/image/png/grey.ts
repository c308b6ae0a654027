import type { GreyImage } from "../GreyImage.ts";
import { luma } from "../luma.ts";
import { broken } from "./broken.ts";
import { type Header, pixelBits, rowBytes } from "./header.ts";
import type { Structure } from "./structure.ts";

type Planes = Pick<GreyImage, "grey" | "alpha">;

const OPAQUE = 255;

/**
 * Turns unfiltered rows, each padded to whole bytes, into grey levels and alpha.
 *
 * Samples of less than 8 bits are scaled to 0 … 255, those of 16 bits cut to their high byte;
 * colours become luma; no gamma (PNG specification, 6.1 and 13.12).
 *
 * @throws InputError 400 if a pixel names a colour that the palette has not
 */
export function toGrey(rows: Uint8Array, structure: Structure): GreyImage {
  const { width, height } = structure.header;
  const { grey, alpha } =
    pixelBits(structure.header) <= 8 ? lookUp(rows, structure) : convert(rows, structure);
  return { width, height, grey, alpha: alpha?.some((a) => a !== OPAQUE) ? alpha : null };
}

/** Pixels of up to 8 bits, a grey sample or a palette entry: few enough values to list. */
function lookUp(rows: Uint8Array, { header, palette, transparency }: Structure): Planes {
  const { width, height, depth, colourType } = header;
  // These are grey levels as they stand.
  if (depth === 8 && colourType === 0 && transparency === null) {
    return { grey: rows.subarray(0, width * height), alpha: null };
  }
  const count = colourType === 3 ? palette.length / 3 : 2 ** depth;
  const levels = new Uint8Array(count);
  const alphas = new Uint8Array(count).fill(OPAQUE);
  if (colourType === 3) {
    for (let i = 0; i < count; i++) levels[i] = luma(palette, 3 * i, 1);
    if (transparency) alphas.set(transparency);
  } else {
    for (let i = 0; i < count; i++) levels[i] = (i * 255) / (count - 1);
    if (transparency) alphas[transparency[1] & (2 ** depth - 1)] = 0;
  }

  const grey = new Uint8Array(width * height);
  const alpha = transparency ? new Uint8Array(grey.length) : null;
  const values = depth < 8 ? unpack(rows, header, grey) : rows;
  for (let i = 0; i < grey.length; i++) {
    const value = values[i];
    if (value >= count) {
      throw broken(`a pixel has colour ${value} of a palette of ${count}`);
    }
    if (alpha) alpha[i] = alphas[value];
    grey[i] = levels[value];
  }
  return { grey, alpha };
}

/** Spreads samples of 1, 2 or 4 bits to a byte each; rows end on whole bytes. */
function unpack(rows: Uint8Array, header: Header, samples: Uint8Array): Uint8Array {
  const { width, height, depth } = header;
  const stride = rowBytes(header, width);
  const mask = 2 ** depth - 1;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const bit = x * depth;
      const byte = rows[y * stride + (bit >> 3)];
      samples[i] = (byte >> (8 - depth - (bit & 7))) & mask;
    }
  }
  return samples;
}

/** Pixels of several bytes: one or more samples of 8 bits, or of 16. */
function convert(rows: Uint8Array, { header, transparency }: Structure): Planes {
  const { width, height, depth, colourType } = header;
  const sampleBytes = depth >> 3;
  const pixelBytes = pixelBits(header) >> 3;
  const coloured = (colourType & 2) !== 0;
  const grey = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < grey.length; i++, at += pixelBytes) {
    grey[i] = coloured ? luma(rows, at, sampleBytes) : rows[at];
  }
  if ((colourType & 4) !== 0) {
    const alpha = new Uint8Array(grey.length);
    const offset = pixelBytes - sampleBytes;
    for (let i = 0; i < alpha.length; i++) alpha[i] = rows[i * pixelBytes + offset];
    return { grey, alpha };
  }
  if (!transparency) return { grey, alpha: null };

  // Of samples of 16 bits, those of the image have the lower 8 where they have no more.
  const key = depth === 16 ? transparency : transparency.filter((_, i) => i % 2 === 1);
  const alpha = new Uint8Array(grey.length).fill(OPAQUE);
  for (let i = 0; i < alpha.length; i++) {
    if (key.every((byte, k) => rows[i * pixelBytes + k] === byte)) alpha[i] = 0;
  }
  return { grey, alpha };
}
