import type { Decoded } from "upng-js";
import { broken } from "./broken.ts";
import type { GreyImage } from "./GreyImage.ts";
import { type Header, pixelBits, rowBytes } from "./header.ts";
import { luma } from "./luma.ts";

type Planes = Pick<GreyImage, "grey" | "alpha">;

const OPAQUE = 255;

/**
 * Turns a decoder's unfiltered rows into grey levels and alpha.
 *
 * Samples of less than 8 bits are scaled to 0 … 255, those of 16 bits cut to their high byte;
 * colours become luma; no gamma (PNG specification, 6.1 and 13.12).
 *
 * @throws InputError 400 if a pixel names a colour that the palette has not
 */
export function toGrey(decoded: Decoded, header: Header, paletteSize: number): GreyImage {
  const { width, height } = header;
  const { grey, alpha } =
    pixelBits(header) <= 8 ? lookUp(decoded, header, paletteSize) : convert(decoded, header);
  return { width, height, grey, alpha: alpha?.some((a) => a !== OPAQUE) ? alpha : null };
}

/** Pixels of up to 8 bits, a grey sample or a palette entry: few enough values to list. */
function lookUp({ data, tabs }: Decoded, header: Header, paletteSize: number): Planes {
  const { width, height, depth, colourType } = header;
  // These are grey levels as they stand.
  if (depth === 8 && colourType === 0 && tabs.tRNS === undefined) {
    return { grey: data.subarray(0, width * height), alpha: null };
  }
  const count = colourType === 3 ? paletteSize : 2 ** depth;
  const levels = new Uint8Array(count);
  const alphas = new Uint8Array(count).fill(OPAQUE);
  if (colourType === 3) {
    const colours = tabs.PLTE as number[];
    for (let i = 0; i < count; i++) levels[i] = luma(colours, 3 * i, 1);
    alphas.set((tabs.tRNS ?? []) as number[]);
  } else {
    for (let i = 0; i < count; i++) levels[i] = (i * 255) / (count - 1);
    if (tabs.tRNS !== undefined) alphas[lowBits(tabs.tRNS as number, depth)] = 0;
  }

  const grey = new Uint8Array(width * height);
  const alpha = tabs.tRNS === undefined ? null : new Uint8Array(grey.length);
  const values = depth < 8 ? unpack(data, header, grey) : data;
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
function unpack(data: Uint8Array, header: Header, samples: Uint8Array): Uint8Array {
  const { width, height, depth } = header;
  const stride = rowBytes(header, width);
  const mask = 2 ** depth - 1;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const bit = x * depth;
      const byte = data[y * stride + (bit >> 3)];
      samples[i] = (byte >> (8 - depth - (bit & 7))) & mask;
    }
  }
  return samples;
}

/** Pixels of several bytes: one or more samples of 8 bits, or of 16. */
function convert({ data, tabs }: Decoded, header: Header): Planes {
  const { width, height, depth, colourType } = header;
  const sampleBytes = depth >> 3;
  const pixelBytes = pixelBits(header) >> 3;
  const coloured = (colourType & 2) !== 0;
  const grey = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < grey.length; i++, at += pixelBytes) {
    grey[i] = coloured ? luma(data, at, sampleBytes) : data[at];
  }
  if ((colourType & 4) !== 0) {
    const alpha = new Uint8Array(grey.length);
    const offset = pixelBytes - sampleBytes;
    for (let i = 0; i < alpha.length; i++) alpha[i] = data[i * pixelBytes + offset];
    return { grey, alpha };
  }
  if (tabs.tRNS === undefined) return { grey, alpha: null };

  const key = clearBytes([tabs.tRNS].flat(), depth);
  const alpha = new Uint8Array(grey.length).fill(OPAQUE);
  for (let i = 0; i < alpha.length; i++) {
    if (key.every((byte, k) => data[i * pixelBytes + k] === byte)) alpha[i] = 0;
  }
  return { grey, alpha };
}

/** The bytes of the one colour that is clear, as they stand in a pixel of 8- or 16-bit samples. */
function clearBytes(samples: number[], depth: number): number[] {
  return samples.flatMap((sample) =>
    depth === 16 ? [sample >> 8, sample & 255] : lowBits(sample, depth),
  );
}

/** The bits of a 16-bit tRNS sample that count, which are an image sample's (11.3.1.1). */
function lowBits(sample: number, depth: number): number {
  return sample & (2 ** depth - 1);
}
