import { describe, expect, it } from "vitest";
import { randomFrom, seed } from "../../random.ts";
import { decodeJpeg } from "./decode.ts";
import { disassemble, EOI, encodePart, reassemble } from "./parts.ts";
import { randomLevels } from "./photograph.ts";
import { type Form, writeJpeg } from "./writeJpeg.ts";

describe("decodeJpeg of what is more than an image", () => {
  const form: Form = {
    width: 40,
    height: 30,
    sampling: [
      [2, 2],
      [1, 1],
      [1, 1],
    ],
    marker: 0xc0,
  };
  const parts = writeJpeg(form, randomLevels(randomFrom(seed)));
  const expected = decodeJpeg(reassemble(parts));
  const stray = Buffer.from("stray bytes\xff\xff\0\xff\xd0", "latin1");

  it("passes over bytes behind EOI, another picture among them", () => {
    const file = reassemble(parts);
    expect(decodeJpeg(Buffer.concat([file, stray]))).toEqual(expected);
    expect(decodeJpeg(Buffer.concat([file, file.subarray(0, 99)]))).toEqual(expected);
  });

  it("passes over bytes between segments, and between the image data and EOI", () => {
    const soi = Buffer.from([0xff, 0xd8]);
    const pieces = [soi, ...parts.map(encodePart), EOI];
    // Behind SOI another marker has to follow, or it is no JPEG to anyone.
    for (let i = 2; i < pieces.length; i++) {
      expect(decodeJpeg(Buffer.concat(pieces.toSpliced(i, 0, stray))), `${i}`).toEqual(expected);
    }
    expect(decodeJpeg(Buffer.concat([...pieces.slice(0, -1), Buffer.alloc(9), EOI]))).toEqual(
      expected,
    );
  });

  it("passes over application data, comments and what they hold", () => {
    const file = reassemble(parts);
    const more = [0xe0, 0xe1, 0xe2, 0xed, 0xef, 0xfe].map((marker) => ({
      marker,
      parameters: file,
    }));
    expect(decodeJpeg(reassemble([...more, ...parts]))).toEqual(expected);
  });

  it("takes the parameters for granted that mean nothing in a sequential file's scan header", () => {
    const zeroed = disassemble(reassemble(parts)).map(({ parameters, ...part }) => ({
      ...part,
      parameters:
        part.marker === 0xda
          ? Buffer.concat([parameters.subarray(0, -3), Buffer.alloc(3)])
          : parameters,
    }));
    expect(decodeJpeg(reassemble(zeroed))).toEqual(expected);
  });
});
