import type { Samples } from "../Samples.ts";
import { type Header, pixelBits, samplesPerPixel } from "./header.ts";
import type { Structure } from "./structure.ts";
import { valuesToSamples } from "./values.ts";

const OPAQUE = 255;

/** Whether pixels have so few values that a table of them pays: up to 8 bits, unless bytes are levels. */
export function isByValue({ header, transparency }: Structure): boolean {
  const isLevel = header.colourType === 0 && header.depth === 8 && transparency === null;
  return pixelBits(header) <= 8 && !isLevel;
}

/**
 * The samples of unfiltered rows, each padded to whole bytes.
 *
 * @param width of each row, in pixels
 */
export function rowSamples(
  rows: Uint8Array,
  width: number,
  height: number,
  structure: Structure,
): Samples {
  if (isByValue(structure)) return valuesToSamples(rows, width, height, structure);
  const { header, transparency } = structure;
  const sampleBytes = header.depth >> 3;
  const samples = { width, height, channels: samplesPerPixel(header), sampleBytes, data: rows };
  return transparency ? withKey(samples, keyOf(transparency, header)) : samples;
}

/** The colour that tRNS makes clear, as its pixels have it (PNG specification, 11.3.1.1). */
export function keyOf(transparency: Uint8Array, { depth }: Header): Uint8Array {
  return depth === 16 ? transparency : transparency.filter((_, i) => i % 2 === 1);
}

/** Adds alpha: pixels of the key's colour are clear. Samples become bytes. */
function withKey(samples: Samples, key: Uint8Array): Samples {
  const { width, height, sampleBytes, data } = samples;
  const colours = samples.channels;
  const channels = colours + 1;
  const keyed = new Uint8Array(width * height * channels);
  for (let from = 0, at = 0; at < keyed.length; from += key.length, at += channels) {
    let k = 0;
    while (k < key.length && data[from + k] === key[k]) k++;
    for (let c = 0; c < colours; c++) keyed[at + c] = data[from + c * sampleBytes];
    keyed[at + colours] = k === key.length ? 0 : OPAQUE;
  }
  return { width, height, channels, sampleBytes: 1, data: keyed };
}
