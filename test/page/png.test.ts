import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { WORKING_SIDE } from "../../worker/image/AreaAverage.ts";
import { decodeImage } from "../../worker/image/decodeImage.ts";
import { defaultLimits } from "../../worker/settings/limits.ts";
import { encodePng } from "../../worker/site/page/pad/encodePng.ts";
import { toGreyImage } from "../../worker/site/page/pad/greyImage.ts";
import { shrink } from "../../worker/site/page/pad/shrink.ts";
import { randomFrom, seed } from "../unit/random.ts";

const random = randomFrom(seed);

function noise(length: number): Uint8ClampedArray<ArrayBuffer> {
  return Uint8ClampedArray.from({ length }, () => 256 * random());
}

describe("The page's pixels", () => {
  it.each([
    [1, 1],
    [28, 28],
    [37, 5],
  ])("have the grey levels that the API finds in a PNG of them: %i×%i", async (width, height) => {
    const data = noise(4 * width * height);
    const png = sharp(data, { raw: { width, height, channels: 4 } }).png();
    const file = new Uint8Array(await png.toBuffer());
    const pixels = { data, width, height };
    expect(decodeImage(file, defaultLimits), `SEED=${seed}`).toMatchObject(toGreyImage(pixels));
  });

  it.each([true, false])("go through PNG unchanged, opaque: %s", async (opaque) => {
    for (const [width, height] of [
      [1, 1],
      [3, 200],
      [280, 280],
    ]) {
      const data = noise(4 * width * height);
      if (opaque) for (let at = 3; at < data.length; at += 4) data[at] = 255;
      const image = toGreyImage({ data, width, height });
      const file = new Uint8Array(await (await encodePng(image)).arrayBuffer());
      expect(decodeImage(file, defaultLimits), `SEED=${seed}`).toMatchObject(image);
    }
  });

  it.each([
    [28, 28, 28, 28],
    [1024, 1024, 1024, 1024],
    [4000, 3000, 1024, 768],
    [9000, 10, 1024, 1],
    [1, 100_000, 1, 1024],
  ])("are as many as the API works on: %i×%i becomes %i×%i", (width, height, ...size) => {
    expect(shrink(width, height, WORKING_SIDE)).toEqual(size);
  });
});
