import type { Samples } from "../Samples.ts";
import { type Header, INDEXED, rowBytes } from "./header.ts";
import type { Structure } from "./structure.ts";

const OPAQUE = 255;

/**
 * What each value of a pixel of up to 8 bits stands for: the palette's entry, or the grey level
 * scaled to 0 … 255. A value that the palette has no entry for is opaque black (PNG specification,
 * 13.1).
 *
 * @returns a row with a pixel for each value; alpha only where there is a tRNS
 */
export function valueSamples({ header, palette, transparency }: Structure): Samples {
  const isIndexed = header.colourType === INDEXED;
  const width = 2 ** header.depth;
  const channels = (isIndexed ? 3 : 1) + Number(transparency !== null);
  const data = new Uint8Array(width * channels);
  if (isIndexed) {
    for (let i = 0; i < palette.length; i++)
      data[Math.floor(i / 3) * channels + (i % 3)] = palette[i];
  } else {
    for (let i = 0; i < width; i++) data[i * channels] = (i * 255) / (width - 1);
  }
  if (transparency) {
    const clear = transparency[1] & (width - 1);
    for (let i = 0, at = channels - 1; i < width; i++, at += channels) {
      data[at] = isIndexed ? (transparency[i] ?? OPAQUE) : i === clear ? 0 : OPAQUE;
    }
  }
  return { width, height: 1, channels, sampleBytes: 1, data };
}

/** Turns rows of such pixels into samples. */
export function valuesToSamples(
  rows: Uint8Array,
  width: number,
  height: number,
  structure: Structure,
): Samples {
  const { channels, data: table } = valueSamples(structure);
  const values = unpack(rows, width, height, structure.header);
  const data = new Uint8Array(values.length * channels);
  for (let i = 0, at = 0; i < values.length; i++) {
    const from = values[i] * channels;
    for (let c = 0; c < channels; c++, at++) data[at] = table[from + c];
  }
  return { width, height, channels, sampleBytes: 1, data };
}

/** The values of pixels, a byte each; of less than 8 bits, rows end on whole bytes. */
function unpack(rows: Uint8Array, width: number, height: number, header: Header): Uint8Array {
  const { depth } = header;
  if (depth === 8) return rows.subarray(0, width * height);
  const values = new Uint8Array(width * height);
  const stride = rowBytes(header, width);
  const mask = 2 ** depth - 1;
  for (let y = 0, i = 0; y < height; y++) {
    let at = y * stride;
    for (const end = i + width; i < end; at++) {
      for (let shift = 8 - depth; shift >= 0 && i < end; shift -= depth, i++) {
        values[i] = (rows[at] >> shift) & mask;
      }
    }
  }
  return values;
}
