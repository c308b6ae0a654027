import { describe, expect, it } from "vitest";
import { readOrientation } from "../../../worker/image/exif.ts";
import { randomFrom, seed } from "../random.ts";
import { type Entry, exifData } from "./exifData.ts";

const make: Entry = { tag: 0x010f, type: 2, count: 4, value: 0x41424300 };
const orientation = (value: number): Entry => ({ tag: 0x0112, type: 3, count: 1, value });

describe("readOrientation", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])("reads %i in either byte order", (value) => {
    for (const little of [false, true]) {
      expect(readOrientation(exifData([orientation(value)], { little }))).toBe(value);
      expect(readOrientation(exifData([make, orientation(value)], { little }))).toBe(value);
      expect(readOrientation(exifData([orientation(value)], { little, directory: 100 }))).toBe(
        value,
      );
    }
  });

  it.each([
    ["nothing", new Uint8Array()],
    ["text", Buffer.from("Exif\0\0 is what JPEG has in front")],
    ["a directory without the tag", exifData([make])],
    ["a directory without entries", exifData([])],
    ["an orientation of 0", exifData([orientation(0)])],
    ["an orientation of 9", exifData([orientation(9)])],
    ["an orientation that is a LONG", exifData([{ ...orientation(6), type: 4 }])],
    ["two orientations in one", exifData([{ ...orientation(6), count: 2 }])],
    ["another number than 42", exifData([orientation(6)], { magic: 43 })],
    ["a directory past the end", exifData([orientation(6)]).fill(0xff, 4, 8)],
    ["a tag past the end", exifData([make, orientation(6)]).subarray(0, -12)],
    ["more entries than there are bytes", exifData([make], { count: 65535 })],
  ])("takes the picture for upright where there is %s", (_, tiff) => {
    expect(readOrientation(tiff)).toBe(1);
  });

  it("reads the tag of a directory that is cut short behind it", () => {
    expect(readOrientation(exifData([orientation(6)], { count: 65535 }))).toBe(6);
  });

  it("returns 1 … 8 whatever the bytes", () => {
    const random = randomFrom(seed);
    const data = exifData([make, orientation(6)]);
    for (let i = 0; i < 20_000; i++) {
      const bytes = data.slice(0, Math.floor((data.length + 1) * random()));
      for (let k = 0; k < 3; k++) bytes[Math.floor(bytes.length * random())] = 256 * random();
      const value = readOrientation(bytes);
      if (!(value >= 1 && value <= 8)) expect.fail(`${value} of ${bytes}, SEED=${seed}`);
    }
  });
});
