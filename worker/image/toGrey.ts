import { contrastsOf } from "./contrast.ts";
import type { GreyImage } from "./GreyImage.ts";
import { chooseMixture, mixColours } from "./mixture.ts";
import { hasAlpha, hasColours, type Samples, takeChannel } from "./Samples.ts";

const OPAQUE = 255;

/**
 * Turns samples into grey levels and alpha. Samples of 16 bits are cut to their high byte; colours
 * become luma, or the mixture that shows them better; no gamma (PNG specification, 6.1 and 13.12).
 */
export function toGrey(samples: Samples): GreyImage {
  const { width, height, channels } = samples;
  const alpha = hasAlpha(samples) ? takeChannel(samples, channels - 1) : null;
  const grey = hasColours(samples)
    ? mixColours(samples, chooseMixture(width, height, contrastsOf(samples)))
    : takeChannel(samples, 0);
  return { width, height, grey, alpha: alpha && nullIfOpaque(alpha) };
}

/** An alpha plane, or null where every pixel is opaque. */
function nullIfOpaque(alpha: Uint8Array): Uint8Array | null {
  // A loop, because `every` takes ten times as long.
  for (let i = 0; i < alpha.length; i++) if (alpha[i] !== OPAQUE) return alpha;
  return null;
}
