import sharp from "sharp";
import { expect } from "vitest";
import type { GreyImage } from "../../../../worker/image/GreyImage.ts";
import type { Samples } from "../../../../worker/image/Samples.ts";

sharp.cache(false);
// One thread an image, because they are small; several images at once are the caller's choice.
sharp.concurrency(1);

/**
 * What libpng makes of a PNG file, as bytes of red, green, blue and perhaps alpha: sharp brings a
 * build of it that has nothing in common with upng-js and pako.
 *
 * @throws Error where libpng refuses the file
 */
export async function samplesFromLibpng(file: Uint8Array): Promise<Samples> {
  const { data, info } = await sharp(withoutReserved(file), { failOn: "error", ignoreIcc: true })
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return { width, height, channels, sampleBytes: 1, data };
}

/** The same as grey levels, which are luma, and alpha. */
export async function decodeWithLibpng(file: Uint8Array): Promise<GreyImage> {
  const { width, height, channels, data } = await samplesFromLibpng(file);
  const grey = new Uint8Array(width * height);
  const alpha = new Uint8Array(width * height).fill(255);
  for (let i = 0, at = 0; i < grey.length; i++, at += channels) {
    grey[i] = (19595 * data[at] + 38470 * data[at + 1] + 7471 * data[at + 2] + 32768) >> 16;
    if (channels === 4) alpha[i] = data[at + 3];
  }
  return { width, height, grey, alpha: alpha.every((a) => a === 255) ? null : alpha };
}

/**
 * Expects two images to be the same, pixel by pixel.
 *
 * @param where names the image when they differ, and the seed that made it
 */
export function expectSamePixels(image: GreyImage, expected: GreyImage, where: string): void {
  const same = (a: Uint8Array | null, b: Uint8Array | null) =>
    a && b ? Buffer.compare(a, b) === 0 : a === b;
  const equal =
    image.width === expected.width &&
    same(image.grey, expected.grey) &&
    same(image.alpha, expected.alpha);
  // vitest tells where two arrays differ, but takes long to find that they do not.
  if (!equal) expect(image, where).toEqual(expected);
}

/**
 * libpng refuses chunk types whose third letter is lower case. To the specification (13.5) they are
 * like any other unknown ones, and no reason for an error.
 *
 * @param file whose chunks are whole up to the image data, which is as far as libpng reads
 */
function withoutReserved(file: Uint8Array): Uint8Array {
  const bytes = Buffer.from(file);
  const kept = [bytes.subarray(0, 8)];
  let at = 8;
  for (let type = ""; type !== "IDAT"; ) {
    type = bytes.toString("latin1", at + 4, at + 8);
    const end = type === "IDAT" ? bytes.length : at + 12 + bytes.readUInt32BE(at);
    if (type[2] < "a") kept.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}
