import { deflateSync } from "node:zlib";
import { assemble, chunk, headerData } from "../../unit/image/png/writePng.ts";
import type { Picture } from "./Picture.ts";

/** PNG's colour types: red, green and blue; and with alpha. */
const RGB = 2;
const RGBA = 6;

/** zlib's level: large pictures would take most of the time. */
const FAST = 1;

/** A PNG file of 8 bits a sample, with alpha where not every pixel is opaque. */
export function encodePng({ width, height, planes, alpha }: Picture): Uint8Array {
  const isOpaque = alpha.every((value) => value === 255);
  const samples = isOpaque ? planes : [...planes, alpha];
  const row = 1 + samples.length * width;
  const rows = new Uint8Array(row * height);
  samples.forEach((plane, c) => {
    for (let i = 0; i < plane.length; i++) {
      rows[row * Math.floor(i / width) + 1 + samples.length * (i % width) + c] = plane[i];
    }
  });
  const colourType = isOpaque ? RGB : RGBA;
  return assemble([
    chunk("IHDR", headerData({ width, height, depth: 8, colourType })),
    chunk("IDAT", deflateSync(rows, { level: FAST })),
    chunk("IEND", []),
  ]);
}
