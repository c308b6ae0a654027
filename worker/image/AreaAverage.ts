import { hasAlpha, type Samples } from "./Samples.ts";

/** The longest side that images keep, in pixels; larger ones are averaged down to it. */
export const WORKING_SIDE = 1024;

/** Where pixels lie in an image: every stepX-th of every stepY-th row, from column x and row y on. */
export interface Lattice {
  x: number;
  y: number;
  stepX: number;
  stepY: number;
}

/** The least whole factor that brings an image to the working size. */
export function reductionFactor(width: number, height: number): number {
  return Math.ceil(Math.max(width, height) / WORKING_SIDE);
}

/**
 * Averages an image down by a whole factor while it is decoded: each pixel of the result is the mean
 * of a square of factor × factor, of fewer along the right and lower edges. Colours are weighted by
 * their alpha, so that what is clear does not tint what is not.
 *
 * A line of one pixel keeps 1/factor of its contrast, a quarter of it at 4,096 pixels.
 */
export class AreaAverage {
  readonly #width: number;
  readonly #height: number;
  readonly #factor: number;
  readonly #columns: number;
  readonly #rows: number;
  #channels = 0;
  /** [rows][columns][channels]: sums of samples, where there is alpha of colours times alpha. */
  #sums = new Uint32Array();

  constructor(width: number, height: number, factor: number) {
    this.#width = width;
    this.#height = height;
    this.#factor = factor;
    this.#columns = Math.ceil(width / factor);
    this.#rows = Math.ceil(height / factor);
  }

  /** Adds some of the image's pixels. Each has to be added once; the order does not matter. */
  add(samples: Samples, { x, y, stepX, stepY }: Lattice): void {
    const { width, height, channels, sampleBytes, data } = samples;
    if (this.#sums.length === 0) {
      this.#channels = channels;
      this.#sums = new Uint32Array(this.#columns * this.#rows * channels);
    }
    const places = Uint32Array.from({ length: width }, (_, i) => {
      return channels * Math.floor((x + i * stepX) / this.#factor);
    });
    const add = hasAlpha(samples) ? addWeighted : addPlain;
    const rowBytes = width * channels * sampleBytes;
    const sumsRow = this.#columns * channels;
    for (let row = 0; row < height; row++) {
      const start = Math.floor((y + row * stepY) / this.#factor) * sumsRow;
      const sums = this.#sums.subarray(start, start + sumsRow);
      add(sums, places, data.subarray(row * rowBytes), channels, sampleBytes);
    }
  }

  /** The averages, rounded. Colours of what is wholly clear are 0. */
  result(): Samples {
    const [width, height, channels] = [this.#columns, this.#rows, this.#channels];
    const data = new Uint8Array(this.#sums.length);
    const samples = { width, height, channels, sampleBytes: 1, data };
    const weighted = hasAlpha(samples);
    for (let y = 0, at = 0; y < height; y++) {
      const rows = Math.min(this.#factor, this.#height - y * this.#factor);
      for (let x = 0; x < width; x++) {
        const pixels = rows * Math.min(this.#factor, this.#width - x * this.#factor);
        const end = at + channels;
        const colours = weighted ? end - 1 : end;
        const weight = weighted ? this.#sums[colours] : pixels;
        for (; at < colours; at++) data[at] = weight && this.#sums[at] / weight + 0.5;
        for (; at < end; at++) data[at] = this.#sums[at] / pixels + 0.5;
      }
    }
    return samples;
  }
}

/** Adds the samples of a row, each pixel's to the sums at its place. */
function addPlain(
  sums: Uint32Array,
  places: Uint32Array,
  row: Uint8Array,
  channels: number,
  sampleBytes: number,
): void {
  for (let i = 0, at = 0; i < places.length; i++) {
    for (let c = 0, to = places[i]; c < channels; c++, to++, at += sampleBytes) sums[to] += row[at];
  }
}

/** As addPlain, with every sample but alpha, the last, times alpha. */
function addWeighted(
  sums: Uint32Array,
  places: Uint32Array,
  row: Uint8Array,
  channels: number,
  sampleBytes: number,
): void {
  const colours = channels - 1;
  for (let i = 0, at = 0; i < places.length; i++, at += sampleBytes) {
    const alpha = row[at + colours * sampleBytes];
    let to = places[i];
    for (let c = 0; c < colours; c++, to++, at += sampleBytes) sums[to] += alpha * row[at];
    sums[to] += alpha;
  }
}
