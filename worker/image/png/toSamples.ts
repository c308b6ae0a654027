import type { PictureKernels } from "../pictureKernels.ts";
import { samplesPerPixel } from "./header.ts";
import { isByValue, keyOf } from "./rowSamples.ts";
import type { Structure } from "./structure.ts";
import { valueSamples } from "./values.ts";

/** Bytes of an entry of the kernels' table. */
const ENTRY = 4;

/** How unfiltered rows become pixels of a byte a sample, in the kernels' memory. */
export interface ToSamples {
  /** Of the pixels: 1 for grey, 3 for red, green and blue; one more with alpha behind them. */
  channels: number;
  /** Whether rows are such pixels as they are. */
  areRows: boolean;
  /**
   * Makes pixels of rows.
   *
   * @param rows their address
   * @param output an address for the pixels
   * @returns the address at which they are: the rows' own, where they are such pixels
   */
  make(rows: number, width: number, height: number, output: number): number;
}

/** What rowSamples does, by kernels. */
export function toSamples(structure: Structure, { kernels, bytes, at }: PictureKernels): ToSamples {
  const { header, transparency } = structure;
  const { depth } = header;
  const making = (channels: number, make: (...args: Parameters<ToSamples["make"]>) => void) => ({
    channels,
    areRows: false,
    make(rows: number, width: number, height: number, output: number) {
      make(rows, width, height, output);
      return output;
    },
  });
  if (isByValue(structure)) {
    const { width: values, channels, data } = valueSamples(structure);
    for (let value = 0; value < values; value++) {
      bytes.set(data.subarray(value * channels, (value + 1) * channels), at.table + value * ENTRY);
    }
    return making(channels, (rows, width, height, output) =>
      kernels.lookUp(rows, depth, width, height, at.table, channels, output),
    );
  }
  const channels = samplesPerPixel(header);
  if (transparency) {
    bytes.set(keyOf(transparency, header), at.table);
    return making(channels + 1, (rows, width, height, output) =>
      kernels.addAlpha(rows, at.table, width * height, channels, depth >> 3, output),
    );
  }
  if (depth === 8) return { channels, areRows: true, make: (rows) => rows };
  return making(channels, (rows, width, height, output) =>
    kernels.highBytes(rows, output, width * height * channels),
  );
}
