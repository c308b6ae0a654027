import { hasAlpha, pixelCount, type Samples } from "./Samples.ts";

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
const MIXTURES = [LUMA, RED, GREEN, BLUE];

/** Luma stays as long as it shows this share of the contrast that a channel shows. */
const ENOUGH = 0.5;

/** Points at which pixels are compared: at most so many, and one for so many pixels. */
const POINTS = 2048;
const PIXELS_PER_POINT = 8;

/**
 * Where they lie, as shares of the sides: M. Roberts' R2 sequence, the powers of 1/1.3247…, which
 * covers a square evenly and falls in step with no pattern.
 */
const R2 = [0.7548776662466927, 0.5698402909980532];

/** From a point to the pixels that it is compared with, as a share of the longer side. */
const DISTANCE = 1 / 16;

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
  const points = Math.min(POINTS, (width * height) / PIXELS_PER_POINT);
  const contrasts = new Float64Array(MIXTURES.length);
  for (let i = 1; i <= points; i++) {
    const column = Math.floor(width * fraction(i * R2[0]));
    const row = Math.floor(height * fraction(i * R2[1]));
    const pixel = row * width + column;
    const colour = colourAt(pixel);
    if (column + distance < width) addContrasts(contrasts, colour, colourAt(pixel + distance));
    if (row + distance < height)
      addContrasts(contrasts, colour, colourAt(pixel + distance * width));
  }
  const most = Math.max(...contrasts);
  return contrasts[0] >= ENOUGH * most ? LUMA : MIXTURES[contrasts.indexOf(most)];
}

/** What is behind the point; faster than `% 1`. */
function fraction(value: number): number {
  return value - Math.floor(value);
}

/** Adds the differences between two colours, in each of MIXTURES, in 65,536ths of a level. */
function addContrasts(contrasts: Float64Array, one: number, other: number): void {
  if (one === other || one === CLEAR || other === CLEAR) return;
  const red = (one >> 16) - (other >> 16);
  const green = ((one >> 8) & 255) - ((other >> 8) & 255);
  const blue = (one & 255) - (other & 255);
  for (let m = 0; m < MIXTURES.length; m++) {
    const weights = MIXTURES[m];
    contrasts[m] += Math.abs(weights[0] * red + weights[1] * green + weights[2] * blue);
  }
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
    grey[i] = (r * data[at] + g * green + b * blue + UNIT / 2) >> 16;
  }
  return grey;
}
