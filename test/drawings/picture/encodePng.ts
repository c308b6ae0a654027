import { deflateSync } from "node:zlib";
import { assemble, chunk, headerData } from "../../unit/image/png/writePng.ts";
import type { Picture } from "./Picture.ts";

/** zlib's level: large pictures would take most of the time. */
const FAST = 1;

/** PNG's colour types. */
const GREY = 0;
const RGB = 2;
const RGBA = 6;

/** A PNG file of 8 bits a sample: in grey where no pixel has a colour, with alpha where one is clear. */
export function encodePng(picture: Picture): Uint8Array {
  const { width, height } = picture;
  const { colourType, samples } = sampled(picture);
  const row = 1 + samples.length * width;
  const rows = new Uint8Array(row * height);
  samples.forEach((plane, c) => {
    for (let y = 0; y < height; y++) {
      let at = y * row + 1 + c;
      for (let x = y * width; x < (y + 1) * width; x++) {
        rows[at] = plane[x];
        at += samples.length;
      }
    }
  });
  return assemble([
    chunk("IHDR", headerData({ width, height, depth: 8, colourType })),
    chunk("IDAT", deflateSync(rows, { level: FAST })),
    chunk("IEND", []),
  ]);
}

function sampled({ planes, alpha }: Picture): { colourType: number; samples: Uint8Array[] } {
  const isClear = alpha.some((value) => value < 255);
  if (isClear) return { colourType: RGBA, samples: [...planes, alpha] };
  const [red, ...others] = planes.map((plane) => Buffer.from(plane));
  const isGrey = others.every((plane) => plane.equals(red));
  return isGrey ? { colourType: GREY, samples: [red] } : { colourType: RGB, samples: [...planes] };
}
