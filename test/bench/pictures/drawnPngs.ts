import sharp from "sharp";
import { randomFrom } from "../../unit/random.ts";
import { draw } from "../../unit/writing/drawings.ts";

/** Of a side, the width of the line that a digit is drawn with. */
const LINE = 0.07;

/** As browsers save a canvas: libpng's choice of filters, zlib's usual level. */
const AS_BROWSERS = { adaptiveFiltering: true, compressionLevel: 6 } as const;

/** Grey levels by which a sensor's noise changes a pixel, at most, and the light at the far edge. */
const NOISE = 24;
const SHADE = 0.8;
/** Paper's colour, as shares of a grey level. */
const PAPER = [1, 0.97, 0.9];

/** A digit on a canvas, in RGBA, as a drawing page saves it. */
export async function canvas(side: number): Promise<Uint8Array<ArrayBuffer>> {
  const { grey } = draw(7, { side, line: LINE * side });
  const data = new Uint8Array(4 * grey.length).fill(255);
  for (let i = 0; i < grey.length; i++) data.fill(grey[i], 4 * i, 4 * i + 3);
  return save(data, side, 4);
}

/** A photograph of a digit on paper, in RGB, with a sensor's noise: zlib finds little to save. */
export async function noisyPhotograph(side: number): Promise<Uint8Array<ArrayBuffer>> {
  const random = randomFrom(side);
  const { grey } = draw(7, { side, line: LINE * side, ink: 40, ground: 220 });
  const data = Uint8ClampedArray.from({ length: 3 * grey.length }, (_, i) => {
    const pixel = Math.floor(i / 3);
    const light = 1 - ((1 - SHADE) * (pixel % side)) / side;
    return PAPER[i % 3] * light * grey[pixel] + NOISE * (random() - 0.5);
  });
  return save(new Uint8Array(data), side, 3);
}

async function save(data: Uint8Array, side: number, channels: 3 | 4) {
  const raw = { width: side, height: side, channels };
  return new Uint8Array(await sharp(data, { raw }).png(AS_BROWSERS).toBuffer());
}
