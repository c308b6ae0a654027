import { deflateSync, gzipSync } from "node:zlib";
import pako from "pako";
import { describe, expect, it, vi } from "vitest";
import { inflateExactly } from "../../../worker/image/inflate.ts";
import { decodePng } from "../../../worker/image/png.ts";
import { defaultLimits } from "../../../worker/limits.ts";
import { assemble, chunk, filteredRows, headerData, type PngImage, writePng } from "./writePng.ts";

const image: PngImage = {
  width: 4,
  height: 3,
  depth: 8,
  colourType: 0,
  samples: Array(12).fill(9),
};
const ihdr = chunk("IHDR", headerData(image));
const idat = chunk("IDAT", deflateSync(filteredRows(image)));
const iend = chunk("IEND", []);
const plte = chunk("PLTE", [1, 2, 3]);
const trns = chunk("tRNS", [0, 1]);
const good = writePng(image);

/** One broken file each, and a word of the answer. */
const faults: [string, Uint8Array, RegExp][] = [
  ["nothing at all", new Uint8Array(0), /empty/],
  ["text", Buffer.from("not a picture"), /not a PNG/],
  ["the signature alone", good.subarray(0, 8), /ends before/],
  ["a cut file", good.subarray(0, good.length - 20), /longer than the file|ends before/],
  ["no IEND", assemble([ihdr, idat]), /ends before/],
  ["no IHDR", assemble([idat, iend]), /not IHDR/],
  ["two IHDRs", assemble([ihdr, ihdr, idat, iend]), /second IHDR/],
  [
    "a short IHDR",
    assemble([chunk("IHDR", headerData(image).subarray(1)), idat, iend]),
    /12 bytes/,
  ],
  ["no pixels", assemble([header({ width: 0 }), idat, iend]), /0×3/],
  ["colour type 5", assemble([header({ colourType: 5 }), idat, iend]), /colour type 5/],
  ["16-bit palette", assemble([header({ colourType: 3, depth: 16 }), idat, iend]), /16-bit/],
  ["interlace 2", assemble([headerByte(12, 2), idat, iend]), /interlace 2/],
  ["compression 1", assemble([headerByte(10, 1), idat, iend]), /compression 1/],
  ["no IDAT", assemble([ihdr, iend]), /no image data/],
  ["IDATs apart", assemble([ihdr, idat, chunk("tIME", [1]), idat, iend]), /IDAT chunks are not/],
  ["no palette", assemble([header({ colourType: 3 }), idat, iend]), /no palette/],
  ["palette of 4 bytes", assemble([ihdr, chunk("PLTE", [1, 2, 3, 4]), idat, iend]), /4 bytes/],
  [
    "palette after the pixels",
    assemble([ihdr, idat, chunk("PLTE", [1, 2, 3]), iend]),
    /PLTE chunks are not/,
  ],
  ["tRNS of 3 bytes", assemble([ihdr, chunk("tRNS", [1, 2, 3]), idat, iend]), /tRNS of 3/],
  ["unknown critical chunk", assemble([ihdr, chunk("ABCD", []), idat, iend]), /critical/],
  ["a wrong CRC", flipped(good, 30), /CRC/],
  [
    "a length of 4 GB",
    assemble([ihdr, withLength(idat, 0xffffffff), iend]),
    /longer than the file/,
  ],
  ["no zlib stream", assemble([ihdr, chunk("IDAT", [1, 2, 3]), iend]), /corrupt/],
  ["a wrong Adler-32", rows(filteredRows(image), (z) => flipped(z, z.length - 1)), /corrupt/],
  ["a cut zlib stream", rows(filteredRows(image), (z) => z.subarray(0, -4)), /corrupt/],
  ["too few rows", rows(filteredRows(image).subarray(5)), /less image data than the 15/],
  ["too many rows", rows(Buffer.alloc(1e6)), /more image data than the 15/],
  ["filter type 5", rows(Buffer.from(filteredRows(image)).fill(5, 5, 6)), /filter type 5/],
  [
    "a gzip stream",
    assemble([ihdr, chunk("IDAT", gzipSync(filteredRows(image))), iend]),
    /corrupt/,
  ],
  ["filter method 1", assemble([headerByte(11, 1), idat, iend]), /filter 1/],
  ["two palettes", assemble([ihdr, plte, plte, idat, iend]), /PLTE chunks are not/],
  ["tRNS before the palette", assemble([ihdr, trns, plte, idat, iend]), /PLTE chunks are not/],
  ["two tRNS", assemble([ihdr, trns, trns, idat, iend]), /tRNS chunks are not/],
  ["tRNS after the pixels", assemble([ihdr, idat, trns, iend]), /tRNS chunks are not/],
  ["a colour that is not there", palette(), /colour 9 of a palette of 1/],
];

describe("decodePng", () => {
  it.each(faults)("refuses %s", (_, file, message) => {
    expect(() => decodePng(file, defaultLimits)).toThrow(
      expect.objectContaining({
        name: "InputError",
        status: 400,
        message: expect.stringMatching(message),
      }),
    );
  });

  it("produces no more of a bomb than it takes to see that it is one", () => {
    const bomb = deflateSync(Buffer.alloc(100e6));
    const inflate = vi.spyOn(pako, "Inflate");
    expect(() => inflateExactly(bomb, 15)).toThrow(/more image data/);
    const { strm } = inflate.mock.instances[0] as unknown as { strm: { total_out: number } };
    expect(strm.total_out).toBeLessThanOrEqual(16);
    inflate.mockRestore();
  });

  it("refuses an image over the limits before it inflates anything", () => {
    const wide = assemble([header({ width: 5000, height: 1 }), idat, iend]);
    const large = assemble([header({ width: 1025, height: 1024 }), idat, iend]);
    for (const file of [wide, large]) {
      expect(() => decodePng(file, defaultLimits)).toThrow(
        expect.objectContaining({ status: 413, message: expect.stringContaining("Scale it down") }),
      );
    }
  });

  it("reads past text, animation and unknown ancillary chunks, whatever is in them", () => {
    const extras = ["tEXt", "iTXt", "acTL", "fdAT", "pHYs", "xyZz"].map((type) => chunk(type, [1]));
    expect(decodePng(assemble([ihdr, ...extras, idat, ...extras, iend]), defaultLimits)).toEqual(
      decodePng(good, defaultLimits),
    );
  });

  it("joins image data that is spread over chunks", () => {
    const zlib = deflateSync(filteredRows(image));
    const pieces = Array.from(zlib, (byte) => chunk("IDAT", [byte]));
    expect(decodePng(assemble([ihdr, ...pieces, iend]), defaultLimits).grey).toEqual(
      new Uint8Array(12).fill(9),
    );
  });
});

function header(change: Partial<PngImage>): Uint8Array {
  return chunk("IHDR", headerData({ ...image, ...change }));
}

function headerByte(at: number, value: number): Uint8Array {
  return chunk("IHDR", headerData(image).fill(value, at, at + 1));
}

function rows(data: Buffer, damage = (zlib: Buffer): Uint8Array => zlib): Uint8Array {
  return assemble([ihdr, chunk("IDAT", damage(deflateSync(data))), iend]);
}

function palette(): Uint8Array {
  return writePng({ ...image, colourType: 3, palette: [1, 2, 3] });
}

function flipped(bytes: Uint8Array, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] ^= 1;
  return copy;
}

function withLength(bytes: Buffer, length: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt32BE(length, 0);
  return copy;
}
