import { pixelCount, type Samples } from "./Samples.ts";

/** What weights of a mixture add up to, so that greys stay as they are. */
const UNIT = 65536;

/** What red, green and blue each add to a grey level, in 65,536ths of it. */
export type Mixture = readonly [red: number, green: number, blue: number];

/** ITU-R 601-2 luma, as Pillow computes it. */
export const LUMA: Mixture = [19595, 38470, 7471];

/** What may take its place. Colours of the same luma differ in at least one of these. */
export const RED: Mixture = [UNIT, 0, 0];
export const GREEN: Mixture = [0, UNIT, 0];
export const BLUE: Mixture = [0, 0, UNIT];
export const MIXTURES = [LUMA, RED, GREEN, BLUE];

/** Luma stays as long as it shows this share of the contrast that a channel shows. */
const ENOUGH = 0.5;

/** Points at which pixels are compared: at most so many, and one for so many pixels. */
const POINTS = 2048;
const PIXELS_PER_POINT = 8;

/** From a point to the pixels that it is compared with, as a share of the longer side. */
const DISTANCE = 1 / 16;

/** Pixels of an image of MNIST's size. So few are too few to judge by, and keep their luma. */
const FEW_PIXELS = 28 * 28;

/**
 * How much each of MIXTURES shows: the sum of the differences between pixels so far apart, at so many
 * points, in 65,536ths of a level.
 */
export type Contrasts = (points: number, distance: number) => Float64Array;

/**
 * Chooses how colours become grey: by luma, unless a single channel shows much more of what there
 * is to see. Red ink on a green ground may have the ground's luma, and all its contrast in red.
 *
 * Contrast is the sum of the differences between pixels near each other, as in C. Lu, L. Xu and
 * J. Jia, "Real-time Contrast Preserving Decolorization" (SIGGRAPH Asia 2012), where the best of 66
 * mixtures is chosen by pairs of a subsample. Near pixels share the light that falls on them, so
 * that shading does not count; nor do clear pixels.
 */
export function chooseMixture(width: number, height: number, contrasts: Contrasts): Mixture {
  if (width * height <= FEW_PIXELS) return LUMA;
  const points = Math.min(POINTS, Math.floor((width * height) / PIXELS_PER_POINT));
  const shown = contrasts(points, Math.ceil(DISTANCE * Math.max(width, height)));
  const most = Math.max(...shown);
  return shown[0] >= ENOUGH * most ? LUMA : MIXTURES[shown.indexOf(most)];
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
    grey[i] = (r * data[at] + g * green + b * blue + UNIT / 2) >> 16;
  }
  return grey;
}
