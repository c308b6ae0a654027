import { readFileSync } from "node:fs";
import { CLASSES, PIXELS } from "../../worker/classifier/kernels.ts";
import { readIdxPair } from "../../worker/files/idx.ts";
import { decodeImage } from "../../worker/image/decodeImage.ts";
import { defaultLimits } from "../../worker/settings/limits.ts";
import { SIDE } from "../../worker/writing/form/side.ts";
import { randomFrom } from "../unit/random.ts";

/** How far a digit is moved at most, in pixels, and how bright the noise on it is. */
const SHIFT = 3;
const NOISE = 64;

/** One for all runs, so that they see the same images. */
const SEED = 6;

/** samples/7.png as the net sees it, [28][28]. */
export const SEVEN_PIXELS = readSample(7);

/**
 * The first of MNIST's test images, or without them the samples' ten digits, moved and with noise.
 *
 * @param folder that holds MNIST's test images
 * @returns grey levels [count][28][28]
 */
export function someImages(count: number, folder?: string): Uint8Array {
  if (folder) return readIdxPair(folder, "t10k").pixels.slice(0, count * PIXELS);

  const random = randomFrom(SEED);
  const shift = () => Math.floor((2 * SHIFT + 1) * random()) - SHIFT;
  const digits = Array.from({ length: CLASSES }, (_, digit) => readSample(digit));
  const images = new Uint8Array(count * PIXELS);
  for (let n = 0; n < count; n++) {
    const digit = digits[n % digits.length];
    const [dx, dy] = [shift(), shift()];
    for (let i = 0; i < PIXELS; i++) {
      const [x, y] = [(i % SIDE) + dx, Math.floor(i / SIDE) + dy];
      const inside = x >= 0 && x < SIDE && y >= 0 && y < SIDE;
      const grey = inside ? digit[y * SIDE + x] : 0;
      images[n * PIXELS + i] = Math.min(255, grey + NOISE * random());
    }
  }
  return images;
}

function readSample(digit: number): Uint8Array {
  const file = new URL(`../../samples/${digit}.png`, import.meta.url);
  return decodeImage(readFileSync(file), defaultLimits).grey;
}
