import type { Decoded } from "upng-js";
import { InputError } from "../errors.ts";
import type { GreyImage } from "./GreyImage.ts";
import { type Header, rowBytes, samplesPerPixel } from "./header.ts";

const OPAQUE = 255;

/**
 * Turns a decoder's unfiltered rows into grey levels and alpha.
 *
 * Samples of less than 8 bits are scaled to 0 … 255, those of 16 bits cut to their high byte;
 * colours become luma; no gamma (PNG specification, 6.1 and 13.12).
 *
 * @throws InputError 400 if a pixel names a colour that the palette has not
 */
export function toGrey({ data, tabs }: Decoded, header: Header, paletteSize: number): GreyImage {
  const { width, height, depth, colourType } = header;
  const bytes = depth < 8 ? unpack(data, header) : data;
  const sampleBytes = depth === 16 ? 2 : 1;
  const pixelBytes = samplesPerPixel(header) * sampleBytes;
  const grey = new Uint8Array(width * height);
  const alpha = new Uint8Array(width * height).fill(OPAQUE);

  if (colourType === 3) {
    const colours = tabs.PLTE as number[];
    const alphas = (tabs.tRNS ?? []) as number[];
    for (let i = 0; i < grey.length; i++) {
      const entry = bytes[i];
      if (entry >= paletteSize) {
        throw new InputError(
          400,
          `The PNG is broken: a pixel has colour ${entry} of a palette of ${paletteSize}.`,
        );
      }
      grey[i] = luma(colours, 3 * entry, 1);
      alpha[i] = alphas[entry] ?? OPAQUE;
    }
  } else {
    const coloured = (colourType & 2) !== 0;
    const levels = depth < 8 ? 255 / (2 ** depth - 1) : 1;
    for (let i = 0, at = 0; i < grey.length; i++, at += pixelBytes) {
      grey[i] = coloured ? luma(bytes, at, sampleBytes) : bytes[at] * levels;
    }
    if ((colourType & 4) !== 0) {
      const offset = pixelBytes - sampleBytes;
      for (let i = 0; i < alpha.length; i++) alpha[i] = bytes[i * pixelBytes + offset];
    } else if (tabs.tRNS !== undefined) {
      const key = clearBytes([tabs.tRNS].flat(), sampleBytes);
      for (let i = 0; i < alpha.length; i++) {
        if (key.every((byte, k) => bytes[i * pixelBytes + k] === byte)) alpha[i] = 0;
      }
    }
  }
  return { width, height, grey, alpha: alpha.every((a) => a === OPAQUE) ? null : alpha };
}

/** ITU-R 601-2 luma, as Pillow computes it. */
function luma(rgb: ArrayLike<number>, at: number, step: number): number {
  return (19595 * rgb[at] + 38470 * rgb[at + step] + 7471 * rgb[at + 2 * step] + 32768) >> 16;
}

/** The bytes of the one colour that is clear, as they stand in a pixel. */
function clearBytes(samples: number[], sampleBytes: number): number[] {
  return samples.flatMap((sample) => (sampleBytes === 2 ? [sample >> 8, sample & 255] : [sample]));
}

/** Spreads samples of 1, 2 or 4 bits to a byte each; rows end on whole bytes. */
function unpack(data: Uint8Array, header: Header): Uint8Array {
  const { width, height, depth } = header;
  const stride = rowBytes(header, width);
  const mask = 2 ** depth - 1;
  const samples = new Uint8Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const bit = x * depth;
      const byte = data[y * stride + (bit >> 3)];
      samples[i] = (byte >> (8 - depth - (bit & 7))) & mask;
    }
  }
  return samples;
}
