import { hasAlpha, pixelCount, type Samples } from "./Samples.ts";

/**
 * What red, green and blue each add to a grey level, in 65,536ths of it. Together they are 65,536,
 * so that greys stay as they are.
 */
export type Mixture = readonly [red: number, green: number, blue: number];

/** ITU-R 601-2 luma, as Pillow computes it. */
export const LUMA: Mixture = [19595, 38470, 7471];

/** What may take its place. Colours of the same luma differ in at least one of these. */
const CHANNELS: readonly Mixture[] = [
  [65536, 0, 0],
  [0, 65536, 0],
  [0, 0, 65536],
];

/** Luma stays as long as it shows this share of the contrast that a channel shows. */
const ENOUGH = 0.5;

/** Where pixels are compared: so many points along either side, if there are as many. */
const POINTS = 64;

/** From a point to the pixels that it is compared with, as a share of the longer side. */
const DISTANCE = 1 / 32;

/** Pixels of an image of MNIST's size. So few are too few to judge by, and keep their luma. */
const FEW_PIXELS = 28 * 28;

/** In place of the colour of a pixel that is more clear than opaque, and the least alpha of others. */
const CLEAR = -1;
const HALF_OPAQUE = 128;

/** The colour 0xRRGGBB of a pixel, by its place, or CLEAR. */
export type ColourAt = (pixel: number) => number;

/**
 * Chooses how colours become grey: by luma, unless a single channel shows much more of what there
 * is to see. Red ink on a green ground may have the ground's luma, and all its contrast in red.
 *
 * Contrast is the sum of the differences between pixels near each other, as in C. Lu, L. Xu and
 * J. Jia, "Real-time Contrast Preserving Decolorization" (SIGGRAPH Asia 2012), where the best of 66
 * mixtures is chosen by pairs of a subsample. Near pixels share the light that falls on them, so
 * that shading does not count; nor do clear pixels.
 */
export function chooseMixture(width: number, height: number, colourAt: ColourAt): Mixture {
  if (width * height <= FEW_PIXELS) return LUMA;
  const distance = Math.ceil(DISTANCE * Math.max(width, height));
  const stepX = Math.max(1, width / POINTS);
  const stepY = Math.max(1, height / POINTS);
  const mixtures = [LUMA, ...CHANNELS];
  const contrasts = mixtures.map(() => 0);
  const compare = (a: number, b: number) => {
    if (a === b || a === CLEAR || b === CLEAR) return;
    const red = (a >> 16) - (b >> 16);
    const green = ((a >> 8) & 255) - ((b >> 8) & 255);
    const blue = (a & 255) - (b & 255);
    mixtures.forEach(([r, g, b], i) => {
      contrasts[i] += Math.abs(r * red + g * green + b * blue);
    });
  };
  for (let y = 0; y < height; y += stepY) {
    for (let x = 0; x < width; x += stepX) {
      const [column, row] = [Math.floor(x), Math.floor(y)];
      const pixel = row * width + column;
      const colour = colourAt(pixel);
      if (column + distance < width) compare(colour, colourAt(pixel + distance));
      if (row + distance < height) compare(colour, colourAt(pixel + distance * width));
    }
  }
  const most = Math.max(...contrasts);
  return contrasts[0] >= ENOUGH * most ? LUMA : mixtures[contrasts.indexOf(most)];
}

/** Reads the colours of samples that have red, green and blue. */
export function colourReader(samples: Samples): ColourAt {
  const { channels, sampleBytes, data } = samples;
  const pixelBytes = channels * sampleBytes;
  const alphaAt = hasAlpha(samples) ? pixelBytes - sampleBytes : undefined;
  return (pixel) => {
    const at = pixel * pixelBytes;
    if (alphaAt !== undefined && data[at + alphaAt] < HALF_OPAQUE) return CLEAR;
    return (data[at] << 16) | (data[at + sampleBytes] << 8) | data[at + 2 * sampleBytes];
  };
}

/**
 * The grey levels of colours, rounded.
 *
 * @param samples red, green and blue, and perhaps alpha, which does not count
 */
export function mixColours(samples: Samples, [r, g, b]: Mixture): Uint8Array {
  const { channels, sampleBytes, data } = samples;
  const grey = new Uint8Array(pixelCount(samples));
  for (let i = 0, at = 0; i < grey.length; i++, at += channels * sampleBytes) {
    const green = data[at + sampleBytes];
    const blue = data[at + 2 * sampleBytes];
    grey[i] = (r * data[at] + g * green + b * blue + 32768) >> 16;
  }
  return grey;
}
