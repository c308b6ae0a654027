import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { defaultLimits } from "../../../../worker/settings/limits.ts";
import { decodeBothWays } from "../decodeBothWays.ts";
import { exifOrientation } from "../exifData.ts";
import { coloured, damaged, file, header, idat, iend, ihdr } from "./pieces.ts";
import { chunk, writePng } from "./writePng.ts";

/** 4×3 pixels of grey and alpha. */
const clear = writePng({
  ...coloured,
  colourType: 4,
  samples: Array.from({ length: 24 }, (_, i) => 10 * i + 5),
});

const turned = (value: number) => chunk("eXIf", exifOrientation(value));
const upright = decodeBothWays(file(ihdr, idat, iend), defaultLimits);

describe("decodeImage", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])("turns orientation %i as libvips does", async (value) => {
    const png = Buffer.concat([clear.subarray(0, 33), turned(value), clear.subarray(33)]);
    const { data, info } = await sharp(png, { autoOrient: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, grey, alpha } = decodeBothWays(png, defaultLimits);
    expect({ width, height }).toEqual({ width: info.width, height: info.height });
    const pixels = Array.from(grey, (level, i) => [level, alpha?.[i]]);
    const expected = pixels.map((_, i) => {
      const at = i * info.channels;
      return [data[at], data[at + info.channels - 1]];
    });
    expect(pixels).toEqual(expected);
  });

  // What Chromium does, which shows a picture before all of its file has come.
  it.each([
    ["eXIf behind the image data", file(ihdr, idat, turned(6), iend)],
    ["eXIf whose CRC is wrong", file(ihdr, damaged(turned(6)), idat, iend)],
    ["a second eXIf", file(ihdr, turned(1), turned(6), idat, iend)],
    ["eXIf that is damaged", file(ihdr, chunk("eXIf", [1, 2, 3]), idat, iend)],
  ])("does not turn an image for %s", (_, png) => {
    expect(decodeBothWays(png, defaultLimits)).toEqual(upright);
  });

  it("holds the stored sides to the limits, whichever way they are turned", () => {
    const png = file(header({ width: 20_000, height: 1 }), turned(6), idat, iend);
    expect(() => decodeBothWays(png, defaultLimits)).toThrow(/20000×1 pixels; a side/);
  });
});
