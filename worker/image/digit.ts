import { InputError } from "../errors.ts";
import type { GreyImage } from "./GreyImage.ts";

/** Side of the net's input, in pixels. */
export const SIDE = 28;

/** Grey levels from here on count as bright. */
const BRIGHT = 128;

/**
 * Makes the net's input of an image: 28×28 grey levels, light ink on a dark ground.
 *
 * An opaque 28×28 image that is light on dark already comes back bit for bit. Any other is laid on
 * the ground that its ink is not, brought to 28×28 by averaging areas, and inverted where its
 * border is bright.
 *
 * @returns grey levels [28][28], row-major
 * @throws InputError 422 if the image is of one grey level throughout
 */
export function toDigit(image: GreyImage): Uint8Array {
  const flat = composite(image);
  if (flat.every((level) => level === flat[0])) {
    throw new InputError(
      422,
      "The image is blank: there is no digit in it. Draw one and try again.",
    );
  }
  const grey = resize(flat, image.width, image.height);
  return median(border(grey)) >= BRIGHT ? grey.map((level) => 255 - level) : grey;
}

/** Lays the image on black where its ink is bright, on white where it is dark. */
function composite({ grey, alpha }: GreyImage): Uint8Array {
  if (!alpha) return grey;
  let ink = 0;
  let weight = 0;
  for (let i = 0; i < grey.length; i++) {
    ink += grey[i] * alpha[i];
    weight += alpha[i];
  }
  const ground = ink >= BRIGHT * weight ? 0 : 255;
  return grey.map((level, i) => {
    const a = alpha[i];
    return Math.round((level * a + ground * (255 - a)) / 255);
  });
}

/** Averages the area of the image that each of 28×28 pixels covers, pixel by fraction of a pixel. */
function resize(grey: Uint8Array, width: number, height: number): Uint8Array {
  if (width === SIDE && height === SIDE) return grey;
  // One axis at a time: rows of 28 first, then 28 of those.
  const narrow = new Float64Array(SIDE * height);
  for (let x = 0; x < SIDE; x++) {
    forEachCovered(x, width, (from, share) => {
      for (let y = 0; y < height; y++) {
        narrow[y * SIDE + x] += share * grey[y * width + from];
      }
    });
  }
  const sums = new Float64Array(SIDE * SIDE);
  for (let y = 0; y < SIDE; y++) {
    forEachCovered(y, height, (from, share) => {
      for (let x = 0; x < SIDE; x++) {
        sums[y * SIDE + x] += share * narrow[from * SIDE + x];
      }
    });
  }
  return Uint8Array.from(sums, Math.round);
}

/** Visits the source pixels under target pixel `to` of 28, with their shares, which sum to 1. */
function forEachCovered(to: number, length: number, visit: (from: number, share: number) => void) {
  const size = length / SIDE;
  const start = to * size;
  const end = start + size;
  for (let from = Math.floor(start); from < Math.min(end, length); from++) {
    const share = (Math.min(end, from + 1) - Math.max(start, from)) / size;
    if (share > 0) visit(from, share);
  }
}

/** The outermost pixels of a 28×28 image. */
function border(grey: Uint8Array): Uint8Array {
  return grey.filter((_, i) => {
    const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
    return x === 0 || y === 0 || x === SIDE - 1 || y === SIDE - 1;
  });
}

function median(values: Uint8Array): number {
  return values.toSorted()[values.length >> 1];
}
