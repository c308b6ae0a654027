import type { GreyImage } from "./GreyImage.ts";
import { chooseMixture, colourReader, type Mixture, RED } from "./mixture.ts";
import type { PictureKernels } from "./pictureKernels.ts";
import { hasAlpha, hasColours, type Samples } from "./Samples.ts";

/** What toGrey does, by kernels: the grey levels and alpha of what is in `picture`. */
export function pictureToGrey(
  { width, height }: { width: number; height: number },
  channels: number,
  { kernels, bytes, at }: PictureKernels,
): GreyImage {
  const count = width * height;
  const samples = { width, height, channels, sampleBytes: 1, data: bytes };
  let alpha: Uint8Array | null = null;
  if (hasAlpha(samples)) {
    const isOpaque = kernels.takeAlpha(at.picture, at.alpha, count, channels);
    if (!isOpaque) alpha = bytes.slice(at.alpha, at.alpha + count);
  }
  if (channels > 1) {
    const data = bytes.subarray(at.picture, at.picture + count * channels);
    const [red, green, blue] = mixtureOf({ ...samples, data });
    kernels.mix(at.picture, at.picture, count, channels, red, green, blue);
  }
  return { width, height, grey: bytes.slice(at.picture, at.picture + count), alpha };
}

/** Of samples without colours, the first by itself. */
function mixtureOf(samples: Samples): Mixture {
  const { width, height } = samples;
  return hasColours(samples) ? chooseMixture(width, height, colourReader(samples)) : RED;
}
