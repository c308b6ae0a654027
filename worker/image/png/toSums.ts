import type { PictureKernels } from "../pictureKernels.ts";
import { hasAlpha } from "../Samples.ts";
import { rowBytes } from "./header.ts";
import { isByValue } from "./rowSamples.ts";
import type { Structure } from "./structure.ts";
import { toSamples } from "./toSamples.ts";
import { valueSamples } from "./values.ts";

/** Numbers of a square's sums, and of an entry of the table of what values add to them. */
const LANES = 4;

/** How unfiltered rows are added to the sums of squares, in the kernels' memory. */
export interface ToSums {
  /** Of the pixels that the sums become, as ToSamples has them. */
  channels: number;
  /**
   * Prepares the rows of a band.
   *
   * @param rows their address
   * @returns what adds one of them, by its number
   */
  prepare(rows: number, width: number, count: number): (row: number) => void;
}

/** Pixels of few values are added by what each value stands for; others are made samples first. */
export function toSums(structure: Structure, factor: number, picture: PictureKernels): ToSums {
  const { kernels, at } = picture;
  const { header } = structure;
  if (isByValue(structure)) {
    const channels = fillTable(structure, picture);
    return {
      channels,
      prepare(rows, width) {
        const stride = rowBytes(header, width);
        return (row) =>
          kernels.addValues(rows + row * stride, header.depth, at.table, at.sums, width, factor);
      },
    };
  }
  const samples = toSamples(structure, picture);
  const { channels } = samples;
  return {
    channels,
    prepare(rows, width, count) {
      const from = samples.make(rows, width, count, at.samples);
      return (row) =>
        kernels.addRow(from + row * width * channels, at.sums, width, channels, factor);
    },
  };
}

/** Fills the table of what each value adds: its colours times its alpha, and its alpha. */
function fillTable(structure: Structure, { bytes, at }: PictureKernels): number {
  const samples = valueSamples(structure);
  const { width, channels, data } = samples;
  const table = new Uint32Array(bytes.buffer, at.table, width * LANES);
  for (let value = 0; value < width; value++) {
    const pixel = data.subarray(value * channels, (value + 1) * channels);
    const alpha = hasAlpha(samples) ? pixel[channels - 1] : 1;
    for (let c = 0; c < channels; c++) {
      const isAlpha = hasAlpha(samples) && c === channels - 1;
      table[value * LANES + c] = isAlpha ? alpha : pixel[c] * alpha;
    }
  }
  return channels;
}
