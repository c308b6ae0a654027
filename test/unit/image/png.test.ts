import UPNG from "upng-js";
import { describe, expect, it } from "vitest";
import { decodePng } from "../../../worker/image/png.ts";
import { defaultLimits } from "../../../worker/limits.ts";
import { randomFrom, seed } from "../random.ts";
import { channels, type PngImage, writePng } from "./writePng.ts";

/** Every legal colour type and depth (PNG specification, table 11.1). */
const forms = [
  ...[1, 2, 4, 8, 16].map((depth) => ({ colourType: 0, depth })),
  ...[8, 16].map((depth) => ({ colourType: 2, depth })),
  ...[1, 2, 4, 8].map((depth) => ({ colourType: 3, depth })),
  ...[8, 16].map((depth) => ({ colourType: 4, depth })),
  ...[8, 16].map((depth) => ({ colourType: 6, depth })),
];

const widths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 28, 33];

describe("decodePng", () => {
  const all = forms.flatMap((form) => [false, true].map((interlaced) => ({ ...form, interlaced })));

  it.each(all)("reads colour type $colourType, $depth bits, interlaced $interlaced", (form) => {
    for (const width of widths) {
      for (const clear of [false, true]) {
        const image = randomImage({ ...form, width, height: 1 + (width % 9) }, clear);
        const expected = expectedPixels(image);
        for (const firstFilter of [0, 1, 4]) {
          const { grey, alpha } = decodePng(writePng(image, firstFilter), defaultLimits);
          const where = `width ${width}, first filter ${firstFilter}, SEED=${seed}`;
          expect(Array.from(grey), where).toEqual(expected.grey);
          expect(alpha && Array.from(alpha), where).toEqual(
            expected.alpha.every((a) => a === 255) ? null : expected.alpha,
          );
        }
      }
    }
  });

  it("leaves upng-js as it was, for whoever else uses it", () => {
    const { _inflate, _readInterlace } = UPNG.decode;
    expect(() => decodePng(new Uint8Array(9), defaultLimits)).toThrow();
    decodePng(writePng(randomImage({ ...all[1], width: 5, height: 5 }, false)), defaultLimits);
    expect(UPNG.decode._inflate).toBe(_inflate);
    expect(UPNG.decode._readInterlace).toBe(_readInterlace);
  });
});

const random = randomFrom(seed);

/** Random pixels; `clear` brings a tRNS chunk where the colour type has one. */
function randomImage(form: Omit<PngImage, "samples">, clear: boolean): PngImage {
  const { width, height, depth, colourType } = form;
  const value = (bits: number) => Math.floor(random() * 2 ** bits);
  const samples = Array.from({ length: width * height * channels[colourType] }, () => value(depth));
  const image: PngImage = { ...form, samples };
  if (colourType === 3) {
    image.palette = Array.from({ length: 3 * 2 ** depth }, () => value(8));
    // Shorter than the palette: the entries past its end are opaque.
    if (clear) image.transparency = Array.from({ length: 2 ** depth - 1 }, () => value(8));
  } else if (clear && colourType < 4) {
    // The first pixel's colour, as 16-bit numbers.
    image.transparency = samples.slice(0, channels[colourType]).flatMap((s) => [s >> 8, s & 255]);
  }
  return image;
}

/** Grey levels and alpha as the specification has them, pixel by pixel. */
function expectedPixels({ depth, colourType, samples, palette, transparency }: PngImage) {
  const to8 = (sample: number) =>
    depth === 16 ? sample >> 8 : Math.round((sample * 255) / (2 ** depth - 1));
  const luma = ([r, g, b]: number[]) => (19595 * r + 38470 * g + 7471 * b + 32768) >> 16;
  const step = channels[colourType];
  const pixels = samples.flatMap((_, i) => (i % step ? [] : [samples.slice(i, i + step)]));
  const key = transparency?.flatMap((high, i) => (i % 2 ? [] : [high * 256 + transparency[i + 1]]));

  const grey = pixels.map((pixel) => {
    if (colourType === 3) return luma((palette ?? []).slice(3 * pixel[0], 3 * pixel[0] + 3));
    return colourType & 2 ? luma(pixel.map(to8)) : to8(pixel[0]);
  });
  const alpha = pixels.map((pixel) => {
    if (colourType & 4) return to8(pixel[step - 1]);
    if (colourType === 3) return transparency?.[pixel[0]] ?? 255;
    return key && pixel.every((sample, c) => sample === key[c]) ? 0 : 255;
  });
  return { grey, alpha };
}
