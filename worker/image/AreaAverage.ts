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

/** Kept from one image to the next: 16 MiB at most, which otherwise are garbage each time. */
let kept = new Uint32Array();

/** So many zeros. An image is decoded without a pause, so no two need them at once. */
function zeros(count: number): Uint32Array<ArrayBuffer> {
  if (kept.length < count) kept = new Uint32Array(count);
  return kept.subarray(0, count).fill(0);
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
      this.#sums = zeros(this.#columns * this.#rows * channels);
    }
    // How many pixels of a row lie left of the right edge of each column of squares.
    const ends = Uint32Array.from({ length: this.#columns }, (_, column) => {
      const right = Math.ceil(((column + 1) * this.#factor - x) / stepX);
      return Math.max(0, Math.min(width, right));
    });
    const pixelBytes = channels * sampleBytes;
    for (let row = 0; row < height; row++) {
      const start = row * width * pixelBytes;
      const to = Math.floor((y + row * stepY) / this.#factor) * this.#columns * channels;
      for (let c = 0; c < channels; c++) {
        const weight = hasAlpha(samples) ? (channels - 1 - c) * sampleBytes : 0;
        const from = start + c * sampleBytes;
        addRow(this.#sums, to + c, channels, data, from, pixelBytes, ends, weight);
      }
    }
  }

  /** The averages, rounded. Colours of what is wholly clear are 0. */
  result(): Samples {
    const [width, height, channels, sums] = [this.#columns, this.#rows, this.#channels, this.#sums];
    const data = new Uint8Array(sums.length);
    const samples = { width, height, channels, sampleBytes: 1, data };
    const weighted = hasAlpha(samples);
    for (let y = 0, at = 0; y < height; y++) {
      const rows = Math.min(this.#factor, this.#height - y * this.#factor);
      for (let x = 0; x < width; x++) {
        const pixels = rows * Math.min(this.#factor, this.#width - x * this.#factor);
        const end = at + channels;
        const colours = weighted ? end - 1 : end;
        const share = 1 / Math.max(1, weighted ? sums[colours] : pixels);
        for (; at < colours; at++) data[at] = sums[at] * share + 0.5;
        if (weighted) data[at] = sums[at++] / pixels + 0.5;
      }
    }
    return samples;
  }
}

/**
 * Adds one channel of a row.
 *
 * @param to the first sum, and `step` from each to the next
 * @param from the first sample, and `pixelBytes` from each to the next
 * @param ends of the pixels that go into each sum
 * @param weight from a sample to that by which it is multiplied, or 0 where it is not
 */
function addRow(
  sums: Uint32Array,
  to: number,
  step: number,
  data: Uint8Array,
  from: number,
  pixelBytes: number,
  ends: Uint32Array,
  weight: number,
): void {
  for (let k = 0, i = 0, at = from, place = to; k < ends.length; k++, place += step) {
    const end = ends[k];
    let sum = 0;
    if (weight === 0) for (; i < end; i++, at += pixelBytes) sum += data[at];
    else for (; i < end; i++, at += pixelBytes) sum += data[at] * data[at + weight];
    sums[place] += sum;
  }
}
