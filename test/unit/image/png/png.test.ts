import { describe, expect, it } from "vitest";
import { defaultLimits } from "../../../../worker/settings/limits.ts";
import { randomFrom, seed } from "../../random.ts";
import { decodeBothWays } from "../decodeBothWays.ts";
import { forms, randomImage } from "../images.ts";
import { decodeWithLibpng, expectSamePixels } from "./libpng.ts";
import { type PngImage, writePng } from "./writePng.ts";

const random = randomFrom(seed);

/** Every width at which rows end in the midst of a byte, and Adam7's passes are empty or not. */
const widths = Array.from({ length: 33 }, (_, i) => 1 + i);

const opaqueOrNot = forms.flatMap((form) =>
  (form.colourType < 4 ? [false, true] : [false]).map((clear) => ({ ...form, clear })),
);

describe("decodeImage", () => {
  it.each(opaqueOrNot)(
    "reads colour type $colourType, $depth bits, interlaced $interlaced, tRNS $clear",
    async ({ clear, ...form }) => {
      const images = widths.map((width) => {
        const height = 1 + Math.floor(16 * random());
        return randomImage({ width, height }, form, clear, random);
      });
      await Promise.all(images.map(expectLibpngsPixels));
    },
  );

  it.each([1, 2, 4, 8])("takes as many low bits of tRNS as a sample has: %i", (depth) => {
    const image = { width: 4, height: 1, depth, colourType: 0, samples: [0, 1, 0, 1] };
    const file = writePng({ ...image, transparency: [1, (2 ** depth) | 1] });
    expect(decodeBothWays(file, defaultLimits).alpha).toEqual(new Uint8Array([255, 0, 255, 0]));
  });
});

/** Filters change no pixel, so that libpng is asked once, and decodeImage for each in the first row. */
async function expectLibpngsPixels(image: PngImage): Promise<void> {
  const expected = await decodeWithLibpng(writePng(image));
  for (const firstFilter of [0, 1, 2, 3, 4]) {
    const pixels = decodeBothWays(writePng(image, firstFilter), defaultLimits);
    const where = `${image.width}×${image.height}, first filter ${firstFilter}, SEED=${seed}`;
    expectSamePixels(pixels, expected, where);
  }
}
