import { describe, expect, it } from "vitest";
import { toGrey } from "../../../../worker/image/toGrey.ts";
import { defaultLimits } from "../../../../worker/settings/limits.ts";
import { randomFrom } from "../../random.ts";
import { decodeBothWays } from "../decodeBothWays.ts";
import { forms, randomImage } from "../images.ts";
import { naiveAverage } from "../naiveAverage.ts";
import { samplesFromLibpng } from "./libpng.ts";
import { writePng } from "./writePng.ts";

/** The same images each time: by chance it may hang on rounding which channel shows colours best. */
const random = randomFrom(16);
const limits = { ...defaultLimits, maxPixels: 2 ** 20 };

/** Sides over the working size, 1,024, by which squares at the edge are whole or not. */
const sizes = [
  { width: 2048, height: 6, factor: 2 },
  { width: 2051, height: 7, factor: 3 },
  { width: 5, height: 1027, factor: 2 },
];

const opaqueOrNot = forms.flatMap((form) =>
  (form.colourType < 4 ? [false, true] : [false]).map((clear) => ({ ...form, clear })),
);

describe("decodeImage of an image over the working size", () => {
  it.each(opaqueOrNot)(
    "averages colour type $colourType, $depth bits, interlaced $interlaced, tRNS $clear",
    async ({ clear, ...form }) => {
      for (const { factor, ...size } of sizes) {
        const png = writePng(randomImage(size, form, clear, random));
        const { stored, ...image } = decodeBothWays(png, limits);
        expect(stored).toEqual(size);

        const whole = await samplesFromLibpng(png);
        const means = naiveAverage(whole, factor);
        const expected = toGrey({
          ...whole,
          width: Math.ceil(size.width / factor),
          height: Math.ceil(size.height / factor),
          data: Uint8Array.from(means, Math.round),
        });
        const { width, height } = expected;
        expect(image).toMatchObject({ width, height });
        const where = `${size.width}×${size.height}`;
        expect(furthest(image.grey, expected.grey), where).toBeLessThanOrEqual(1);
        const opaque = new Uint8Array(width * height).fill(255);
        const alphas = furthest(image.alpha ?? opaque, expected.alpha ?? opaque);
        expect(alphas, where).toBeLessThanOrEqual(1);
      }
    },
  );
});

/** The largest difference. */
function furthest(one: Uint8Array, other: Uint8Array): number {
  return one.reduce((worst, value, i) => Math.max(worst, Math.abs(value - other[i])), 0);
}
