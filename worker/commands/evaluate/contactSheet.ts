import { encode } from "fast-png";
import { decodeImage } from "../../image/decodeImage.ts";
import type { JpegDecoder } from "../../image/jpeg/bindJpegDecoder.ts";
import { defaultLimits } from "../../settings/limits.ts";
import { SIDE } from "../../writing/form/side.ts";
import type { Judge } from "../../writing/Judge.ts";
import { type Normalize, toPixels } from "../../writing/toPixels.ts";

/** The factor by which the sheet enlarges what the net sees. */
const SCALE = 3;
const COLUMNS = 10;
/** Pixels between the images, which are mid-grey. */
const GAP = 4;
const GREY = 96;

/**
 * Images as the net sees them, enlarged, row by row.
 *
 * @param files PNG and JPEG files that can be decoded
 * @param normalize as toPixels takes it
 * @param judge the network that saw them
 * @returns a PNG file
 */
export function contactSheet(
  files: Uint8Array[],
  normalize: Normalize,
  decodeJpeg: JpegDecoder,
  judge: Judge,
): Uint8Array {
  const tile = SIDE * SCALE + GAP;
  const width = COLUMNS * tile + GAP;
  const height = Math.ceil(files.length / COLUMNS) * tile + GAP;
  const data = new Uint8Array(width * height).fill(GREY);

  files.forEach((file, i) => {
    const digit = toPixels(decodeImage(file, defaultLimits, decodeJpeg), normalize, judge);
    const left = GAP + (i % COLUMNS) * tile;
    const top = GAP + Math.floor(i / COLUMNS) * tile;
    for (let y = 0; y < SIDE * SCALE; y++) {
      for (let x = 0; x < SIDE * SCALE; x++) {
        const pixel = Math.floor(y / SCALE) * SIDE + Math.floor(x / SCALE);
        data[(top + y) * width + left + x] = digit[pixel];
      }
    }
  });
  return encode({ width, height, data, channels: 1 });
}
