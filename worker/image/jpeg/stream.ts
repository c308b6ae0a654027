import type { ColourSpace } from "./colour.ts";
import { SOS } from "./segments.ts";
import type { Structure } from "./structure.ts";

/** What the decoder is sent, in parts to be put one behind the other. */
export type Stream = Uint8Array[];

const SOI = new Uint8Array([0xff, 0xd8]);
const EOI = new Uint8Array([0xff, 0xd9]);

/** The shortest segments that tell libjpeg the colour space: JFIF's 1.01, Adobe's transform 0. */
const JFIF = new Uint8Array([
  0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0,
]);
const ADOBE_RGB = new Uint8Array([
  0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, 0,
]);
const COLOUR_MARKS: Record<ColourSpace, Uint8Array> = {
  grey: JFIF,
  YCbCr: JFIF,
  RGB: ADOBE_RGB,
};

/** What the scan header of a sequential file ends with: all 64 coefficients, at once. */
const ALL_COEFFICIENTS = new Uint8Array([0, 63, 0]);

/**
 * A file's image alone: its tables, frame and scans, without thumbnails, profiles, comments and
 * stray bytes. The decoder then warns of nothing but the image data themselves.
 */
export function imageStream(bytes: Uint8Array, structure: Structure): Stream {
  const { frame, colour, segments } = structure;
  const parts = [SOI, COLOUR_MARKS[colour]];
  for (const { marker, start, parametersEnd, end } of segments) {
    if (marker === SOS && !frame.progressive) {
      // Some cameras leave these three bytes 0, which means nothing here; libjpeg warns of it.
      parts.push(bytes.subarray(start, parametersEnd - ALL_COEFFICIENTS.length), ALL_COEFFICIENTS);
      parts.push(bytes.subarray(parametersEnd, end));
    } else {
      parts.push(bytes.subarray(start, end));
    }
  }
  return [...parts, EOI];
}
