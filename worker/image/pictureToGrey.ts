import type { GreyImage } from "./GreyImage.ts";
import { chooseMixture, LUMA, MIXTURES, type Mixture, RED } from "./mixture.ts";
import type { PictureKernels } from "./pictureKernels.ts";
import { hasAlpha, hasColours } from "./Samples.ts";

/** What toGrey does, by kernels: the grey levels and alpha of what is in `picture`. */
export function pictureToGrey(
  { width, height }: { width: number; height: number },
  channels: number,
  picture: PictureKernels,
): GreyImage {
  const { kernels, bytes, at } = picture;
  const count = width * height;
  let alpha: Uint8Array | null = null;
  if (hasAlpha({ channels })) {
    const isOpaque = kernels.takeAlpha(at.picture, at.alpha, count, channels);
    if (!isOpaque) alpha = bytes.slice(at.alpha, at.alpha + count);
  }
  if (channels > 1) {
    const [red, green, blue] = mixtureOf(width, height, channels, picture);
    kernels.mix(at.picture, at.picture, count, channels, red, green, blue);
  }
  return { width, height, grey: bytes.slice(at.picture, at.picture + count), alpha };
}

/** Of samples without colours, the first by itself. */
function mixtureOf(
  width: number,
  height: number,
  channels: number,
  { kernels, bytes, at }: PictureKernels,
): Mixture {
  if (!hasColours({ channels })) return RED;
  return chooseMixture(width, height, (points, distance) => {
    const { picture, table } = at;
    kernels.contrasts(picture, width, height, channels, points, distance, ...LUMA, table);
    return new Float64Array(bytes.buffer, table, MIXTURES.length);
  });
}
