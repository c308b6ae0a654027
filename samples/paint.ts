import type { ImageData } from "fast-png";
import type { Coverage } from "./stroke.ts";

/** A colour as its samples: grey, grey and alpha, RGB or RGBA, each 0…255. */
export type Colour = readonly number[];

/**
 * Paints a drawing at 8 bits a sample, from the ground's colour where there is no ink to the ink's.
 *
 * @param ink,ground colours of the same length, which is the image's number of channels
 */
export function paint(drawing: Coverage, ink: Colour, ground: Colour): ImageData {
  const data = Uint8Array.from(Array.from(drawing.ink).flatMap((t) => blend(ground, ink, t)));
  return { width: drawing.width, height: drawing.height, depth: 8, channels: ink.length, data };
}

/** Paints a drawing in indexed colour of 4 bits: 16 even steps from the ground's RGB to the ink's. */
export function paintPalette(drawing: Coverage, ink: Colour, ground: Colour): ImageData {
  const palette = Array.from({ length: 16 }, (_, i) => blend(ground, ink, i / 15));
  return { ...paintPacked(drawing, 4), palette };
}

/** Paints a drawing white on black in grey of 1, 2 or 4 bits, each row filled up to a whole byte. */
export function paintPacked({ width, height, ink }: Coverage, depth: 1 | 2 | 4): ImageData {
  const perByte = 8 / depth;
  const rowBytes = Math.ceil(width / perByte);
  const data = new Uint8Array(rowBytes * height);
  ink.forEach((t, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const byte = y * rowBytes + Math.floor(x / perByte);
    const value = Math.round(t * (2 ** depth - 1));
    data[byte] = (data[byte] ?? 0) | (value << (8 - depth * ((x % perByte) + 1)));
  });
  return { width, height, depth, channels: 1, data };
}

/**
 * Paints a drawing in 16-bit grey: dark ink on a paper that gets a little darker from the top left
 * to the bottom right corner, so that nearly every sample needs its 16 bits.
 */
export function paintPaper16({ width, height, ink }: Coverage): ImageData {
  const [dark, paper, shade] = [6_200, 61_700, 2_600];
  const data = Uint16Array.from(ink, (t, i) => {
    const across = ((i % width) + Math.floor(i / width)) / (width + height - 2);
    const ground = paper - shade * across;
    return Math.round(ground + (dark - ground) * t);
  });
  return { width, height, depth: 16, channels: 1, data };
}

/** The colour at t between two colours, 0 the first … 1 the second. */
function blend(from: Colour, to: Colour, t: number): number[] {
  return from.map((value, channel) => Math.round(value + ((to[channel] ?? value) - value) * t));
}
