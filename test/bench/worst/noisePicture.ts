import { deflateSync } from "node:zlib";
import { inflatedBytes, passes } from "../../../worker/image/png/passes.ts";
import type { Form } from "../../unit/image/images.ts";
import { assemble, channels, chunk, headerData } from "../../unit/image/png/writePng.ts";
import { randomFrom } from "../../unit/random.ts";

/** Any does: noise is as bad as it gets. */
const SEED = 7;

/** Paeth, the slowest; of palettes and of pixels within a byte it would make other pixels. */
const PAETH = 4;

/**
 * A square PNG of noise in two values, which compresses to an eighth of a byte a pixel, so that colours
 * of 16 bits fit into a body too.
 *
 * @param clear whether it has a tRNS chunk
 */
export function noisePicture(side: number, form: Form, clear = false): Uint8Array {
  const { depth, colourType, interlaced = false } = form;
  const random = randomFrom(SEED);
  const header = { width: side, height: side, depth, colourType, interlaced };
  const pixelBytes = Math.ceil((depth * channels[colourType]) / 8);
  const isPalette = colourType === 3;
  const noise = () => {
    if (depth < 8) return 256 * random();
    return random() < 0.5 ? 0 : isPalette ? 1 : 255;
  };
  const rows = Buffer.alloc(inflatedBytes(passes(header)));
  let at = 0;
  for (const pass of passes(header)) {
    for (let row = 0; row < pass.rows; row++) {
      rows[at++] = depth < 8 || isPalette ? 0 : PAETH;
      for (const end = at + pass.rowBytes; at < end; at += pixelBytes) {
        rows.fill(noise(), at, Math.min(end, at + pixelBytes));
      }
    }
  }
  const transparency = isPalette ? [255, 99] : Array(2 * channels[colourType]).fill(0);
  return assemble([
    chunk("IHDR", headerData(header)),
    ...(isPalette ? [chunk("PLTE", [0, 0, 0, 255, 255, 255])] : []),
    ...(clear ? [chunk("tRNS", transparency)] : []),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", []),
  ]);
}
