import { AreaAverage } from "../AreaAverage.ts";
import type { PictureKernels } from "../pictureKernels.ts";
import type { Band } from "./bands.ts";
import type { ToSamples } from "./toSamples.ts";

/** Bytes of a square's sums. */
const SUMS = 16;

/** Averages an image down into `picture`, row by row. */
export function averageBands(
  bands: Iterable<Band<number>>,
  samples: ToSamples,
  width: number,
  height: number,
  factor: number,
  { kernels, bytes, at }: PictureKernels,
): void {
  const { channels } = samples;
  const columns = Math.ceil(width / factor);
  // A broken image may have left some.
  bytes.fill(0, at.sums, at.sums + columns * SUMS);
  let output = at.picture;
  for (const { first, count, rows } of bands) {
    let from = samples.make(rows, width, count, at.samples);
    for (let y = first; y < first + count; y++, from += width * channels) {
      kernels.addRow(from, at.sums, width, channels, factor);
      const isLast = y + 1 === height;
      if (isLast || (y + 1) % factor === 0) {
        kernels.means(at.sums, output, width, (y % factor) + 1, channels, factor);
        output += columns * channels;
      }
    }
  }
}

/** Averages an interlaced image down into `picture`: its passes come back to each square. */
export function averagePasses(
  bands: Iterable<Band<number>>,
  samples: ToSamples,
  width: number,
  height: number,
  factor: number,
  { bytes, at }: PictureKernels,
): void {
  const { channels } = samples;
  const average = new AreaAverage(width, height, factor);
  for (const { pass, first, count, rows } of bands) {
    const from = samples.make(rows, pass.columns, count, at.samples);
    const data = bytes.subarray(from, from + pass.columns * count * channels);
    average.add(
      { width: pass.columns, height: count, channels, sampleBytes: 1, data },
      { ...pass, y: pass.y + first * pass.stepY },
    );
  }
  average.result(bytes.subarray(at.picture));
}
