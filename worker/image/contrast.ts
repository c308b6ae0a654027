import { type Contrasts, MIXTURES } from "./mixture.ts";
import { hasAlpha, type Samples } from "./Samples.ts";

/**
 * Where pixels are compared, as shares of the sides: M. Roberts' R2 sequence, the powers of 1/1.3247…,
 * which covers a square evenly and falls in step with no pattern.
 */
const R2 = [0.7548776662466927, 0.5698402909980532];

/** In place of the colour of a pixel that is more clear than opaque, and the least alpha of others. */
const CLEAR = -1;
const HALF_OPAQUE = 128;

/** The contrasts of samples that have red, green and blue. */
export function contrastsOf(samples: Samples): Contrasts {
  const { width, height } = samples;
  const colourAt = colourReader(samples);
  return (points, distance) => {
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
    return contrasts;
  };
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

/** Reads the colour 0xRRGGBB of a pixel, by its place, or CLEAR. */
function colourReader(samples: Samples): (pixel: number) => number {
  const { channels, sampleBytes, data } = samples;
  const pixelBytes = channels * sampleBytes;
  const alphaAt = hasAlpha(samples) ? pixelBytes - sampleBytes : undefined;
  return (pixel) => {
    const at = pixel * pixelBytes;
    if (alphaAt !== undefined && data[at + alphaAt] < HALF_OPAQUE) return CLEAR;
    return (data[at] << 16) | (data[at + sampleBytes] << 8) | data[at + 2 * sampleBytes];
  };
}
