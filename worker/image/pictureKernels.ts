import { WORKING_SIDE } from "./AreaAverage.ts";

/** The largest factor by which the kernels average images down, as kernels/picture/average.ts has it. */
const MOST_FACTOR = 16;

/** The longest side that they take, in pixels. */
export const LONGEST_SIDE = MOST_FACTOR * WORKING_SIDE;

/** The most bytes of a pixel. */
const PIXEL_BYTES = 8;

/** Bytes and pixels of a band of rows, unless a single row has more. */
const BAND_BYTES = 2 ** 18;
export const BAND_PIXELS = 2 ** 16;

/** Channels of a pixel whose samples are bytes. */
const CHANNELS = 4;

/** Bytes of the sums of a square of pixels: a u32 a channel. */
export const SQUARE_BYTES = 4 * CHANNELS;

/** Whose squares have their sums in the memory at once: a row's, or for interlaced images, all. */
export type Squares = "row" | "image";
const SQUARES: Record<Squares, number> = { row: WORKING_SIDE, image: WORKING_SIDE ** 2 };

/**
 * What the kernels' memory is divided into, in this order, in bytes. They are few MB, whatever the
 * image, of which the system gives those that are used.
 */
const REGIONS = {
  /** Inflated rows, their filter types in front. */
  source: BAND_BYTES,
  /** The row above `rows`, which ends where these begin. */
  above: LONGEST_SIDE * PIXEL_BYTES,
  /** Unfiltered rows. */
  rows: BAND_BYTES,
  /** Pixels of a band, a byte a sample. */
  samples: BAND_PIXELS * CHANNELS,
  /** What each value of a pixel stands for or adds to sums, or which colour is clear. */
  table: 256 * SQUARE_BYTES,
  /** The row above `picture`. */
  margin: WORKING_SIDE * CHANNELS,
  /** The image, of the working size at most, a byte a sample; then its grey levels. */
  picture: WORKING_SIDE ** 2 * CHANNELS,
  /** Its alpha. */
  alpha: WORKING_SIDE ** 2,
  /** Of the squares that are averaged; as many as SQUARES says. */
  sums: 0,
} as const;
type Region = keyof typeof REGIONS;

/** Regions without a gap in front: what lies there is the row above. */
const JOINED: readonly Region[] = ["rows", "picture"];

/** Behind each other region, for what kernels read and overwrite past the end. */
const GAP = 64;

const PAGE = 65_536;

/** What build/kernels.wasm exports for pictures; parameters are described in kernels/picture/, plane/ and form/. */
interface PictureExports {
  memory: WebAssembly.Memory;
  adler32(bytes: number, count: number, adler: number): number;
  unfilter(
    source: number,
    output: number,
    rowBytes: number,
    rows: number,
    pixelBytes: number,
  ): number;
  lookUp(
    rows: number,
    bits: number,
    width: number,
    height: number,
    table: number,
    channels: number,
    output: number,
  ): void;
  highBytes(samples: number, output: number, count: number): void;
  addAlpha(
    pixels: number,
    key: number,
    count: number,
    channels: number,
    sampleBytes: number,
    output: number,
  ): void;
  place(
    pixels: number,
    columns: number,
    rows: number,
    channels: number,
    output: number,
    across: number,
    down: number,
  ): void;
  addRow(pixels: number, sums: number, width: number, channels: number, factor: number): void;
  addValues(
    values: number,
    bits: number,
    table: number,
    sums: number,
    width: number,
    factor: number,
  ): void;
  addPass(
    pixels: number,
    sums: number,
    width: number,
    channels: number,
    factor: number,
    x: number,
    step: number,
  ): void;
  means(
    sums: number,
    output: number,
    width: number,
    rows: number,
    channels: number,
    factor: number,
  ): void;
  mix(
    pixels: number,
    output: number,
    count: number,
    channels: number,
    red: number,
    green: number,
    blue: number,
  ): void;
  contrasts(
    pixels: number,
    width: number,
    height: number,
    channels: number,
    points: number,
    distance: number,
    red: number,
    green: number,
    blue: number,
    output: number,
  ): void;
  takeAlpha(pixels: number, output: number, count: number, channels: number): number;
  isDrawnBright(grey: number, alpha: number, count: number): number;
  composite(grey: number, alpha: number, count: number, ground: number): void;
  evenLight(levels: number, width: number, height: number, inverted: number, output: number): void;
  reduce(input: number, width: number, height: number, factor: number, output: number): void;
  histogram(levels: number, count: number, output: number): void;
  mapLevels(levels: number, count: number, table: number, output: number): void;
  findRuns(
    levels: number,
    width: number,
    height: number,
    weak: number,
    strong: number,
    most: number,
    starts: number,
    isInk: number,
    isStrong: number,
  ): number;
  drawDigit(crop: number, width: number, height: number, output: number): void;
  measure(crop: number, width: number, height: number, output: number): void;
  strayShare(pixels: number): number;
  VECTOR: WebAssembly.Global;
}

/** The kernels for pictures, and the memory that they work in: for one image at a time. */
export interface PictureKernels {
  kernels: PictureExports;
  bytes: Uint8Array;
  /** Where the regions are in it. */
  at: Readonly<Record<Region, number>>;
}

const bound = {
  row: new WeakMap<WebAssembly.Module, PictureKernels>(),
  image: new WeakMap<WebAssembly.Module, PictureKernels>(),
};

/**
 * Binds the kernels for pictures, once for each module: in an instance of their own, so that no file
 * comes near the network's weights.
 *
 * @param module build/kernels.wasm, compiled
 * @param squares those of an image take an instance more, which only interlaced images need
 */
export function bindPictureKernels(
  module: WebAssembly.Module,
  squares: Squares = "row",
): PictureKernels {
  const known = bound[squares].get(module);
  if (known) return known;
  const kernels = new WebAssembly.Instance(module).exports as unknown as PictureExports;
  const regions = { ...REGIONS, sums: SQUARES[squares] * SQUARE_BYTES };
  const at = {} as Record<Region, number>;
  let size = kernels.memory.buffer.byteLength;
  for (const [name, bytes] of Object.entries(regions) as [Region, number][]) {
    if (!JOINED.includes(name)) size += GAP;
    at[name] = size;
    size += bytes;
  }
  kernels.memory.grow(Math.ceil((size + GAP - kernels.memory.buffer.byteLength) / PAGE));
  const picture = { kernels, bytes: new Uint8Array(kernels.memory.buffer), at };
  bound[squares].set(module, picture);
  return picture;
}
