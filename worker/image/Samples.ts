/** Pixels as a decoder has them: the samples of each together, rows one after the other. */
export interface Samples {
  width: number;
  height: number;
  /** Of a pixel: 1 for grey, 3 for red, green and blue; one more with alpha behind them. */
  channels: number;
  /** Bytes of a sample: 1, or 2 of which only the first, the more significant, counts. */
  sampleBytes: number;
  data: Uint8Array;
}

/** How many pixels there are. */
export function pixelCount({ width, height }: Samples): number {
  return width * height;
}

/** Whether the pixels have colours, not only grey levels. */
export function hasColours({ channels }: Pick<Samples, "channels">): boolean {
  return channels >= 3;
}

/** Whether an alpha sample stands behind the others. */
export function hasAlpha({ channels }: Pick<Samples, "channels">): boolean {
  return channels % 2 === 0;
}

/** One of the channels by itself; where there is no other, not a copy. */
export function takeChannel(samples: Samples, which: number): Uint8Array {
  const { channels, sampleBytes, data } = samples;
  const pixelBytes = channels * sampleBytes;
  if (pixelBytes === 1) return data.subarray(0, pixelCount(samples));
  const plane = new Uint8Array(pixelCount(samples));
  for (let i = 0, at = which * sampleBytes; i < plane.length; i++, at += pixelBytes) {
    plane[i] = data[at];
  }
  return plane;
}
