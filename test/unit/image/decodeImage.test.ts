import { readFileSync } from "node:fs";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { decodeImage, decodeNext, isImage } from "../../../worker/image/decodeImage.ts";
import { bindJpegDecoder } from "../../../worker/image/jpeg/bindJpegDecoder.ts";
import { decodePlainly } from "../../../worker/image/png/decodePlainly.ts";
import { defaultLimits } from "../../../worker/settings/limits.ts";
import { randomFrom } from "../random.ts";
import { randomImage } from "./images.ts";
import { turboJpeg } from "./jpeg/decode.ts";
import { otherFormats } from "./otherFormats.ts";
import { writePng } from "./png/writePng.ts";

const decodeJpeg = bindJpegDecoder(turboJpeg);
const png = readFileSync(new URL("../../../samples/7.png", import.meta.url));
const jpeg = await sharp(png).jpeg().toBuffer();

const refusal = (message: RegExp) =>
  expect.objectContaining({
    name: "InputError",
    status: 400,
    message: expect.stringMatching(message),
  });

describe("decodeImage", () => {
  it("tells PNG from JPEG by the bytes", () => {
    for (const file of [png, jpeg]) {
      expect(isImage(file)).toBe(true);
      expect(decodeImage(file, defaultLimits, decodeJpeg)).toMatchObject({ width: 28, height: 28 });
    }
  });

  it("refuses JPEG where it is given no decoder for it", () => {
    expect(() => decodeImage(jpeg, defaultLimits)).toThrow(
      refusal(/not supported here. Send a PNG/),
    );
  });

  it.each(otherFormats)("names %s, and says what to do", (_, start, message) => {
    const file = Buffer.from(start.padEnd(500, "."), "latin1");
    expect(() => decodeImage(file, defaultLimits, decodeJpeg)).toThrow(refusal(message));
  });

  it.each([
    ["nothing", "", /empty: 0 bytes/],
    ["text", "seven", /not a PNG or JPEG/],
    ["a web page with an SVG in its middle", `<html>${" ".repeat(2000)}<svg>`, /not a PNG or JPEG/],
    ["text that starts as a bitmap does", "BMP is a format", /not a PNG or JPEG/],
  ])("refuses %s", (_, text, message) => {
    const file = Buffer.from(text);
    expect(() => decodeImage(file, defaultLimits, decodeJpeg)).toThrow(refusal(message));
  });
});

describe("decodeNext", () => {
  it("takes a picture's pixels off what is left of the limit for its format", () => {
    const left = { ...defaultLimits, maxPixels: 1000, maxJpegPixels: 1000 };
    decodeNext(png, left, decodePlainly, decodeJpeg);
    decodeNext(jpeg, left, decodePlainly, decodeJpeg);
    expect(left).toMatchObject({ maxPixels: 216, maxJpegPixels: 216 });
    for (const file of [png, jpeg]) {
      expect(() => decodeNext(file, left, decodePlainly, decodeJpeg)).toThrow(/216 are left/);
    }
    expect(left).toMatchObject({ maxPixels: 216, maxJpegPixels: 216 });
  });

  it("counts each pixel of 16-bit samples as four, and says so", () => {
    const form = { colourType: 0, depth: 16, interlaced: false };
    const deep = writePng(randomImage({ width: 10, height: 10 }, form, false, randomFrom(1)));
    const left = { ...defaultLimits, maxPixels: 500 };
    decodeNext(deep, left, decodePlainly);
    expect(left.maxPixels).toBe(100);
    expect(() => decodeNext(deep, left, decodePlainly)).toThrow(
      /100 pixels of 16 bits a sample, each of which counts as 4; 100 are left .* Save it with 8 bits/,
    );
    expect(left.maxPixels).toBe(100);
  });
});
