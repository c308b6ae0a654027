import { deflateSync } from "node:zlib";
import { assemble, chunk, filteredRows, headerData, type PngImage, writePng } from "./writePng.ts";

/** 4×3 pixels of grey, in the colours of a palette, and in colours of their own. */
export const grey: PngImage = {
  width: 4,
  height: 3,
  depth: 8,
  colourType: 0,
  samples: Array.from({ length: 12 }, (_, i) => 20 * i),
};
export const indexed = { ...grey, colourType: 3, samples: grey.samples.map((_, i) => i) };
export const coloured = {
  ...grey,
  colourType: 2,
  samples: Array.from({ length: 36 }, (_, i) => 7 * i),
};

/** A palette with a colour for each pixel. */
export const palette = Array.from({ length: 3 * 12 }, (_, i) => 5 * i);

/** The grey image as a file, and what that is made of. */
export const good = writePng(grey);
export const ihdr = header({});
export const stream = deflateSync(filteredRows(grey));
export const idat = chunk("IDAT", stream);
export const iend = chunk("IEND", []);

/** Chunks that it has not. */
export const plte = chunk("PLTE", palette);
export const trns = chunk("tRNS", [0, 20]);
export const text = chunk("tEXt", Buffer.from("Title\0seven"));

/** A file of these chunks. */
export function file(...chunks: Uint8Array[]): Uint8Array {
  return assemble(chunks);
}

/** The grey image's header with other fields. */
export function header(change: Partial<PngImage>): Uint8Array {
  return chunk("IHDR", headerData({ ...grey, ...change }));
}

/** The grey image's header with another byte. */
export function headerByte(at: number, value: number): Uint8Array {
  return chunk("IHDR", headerData(grey).fill(value, at, at + 1));
}

/** A file of these filtered rows, whatever its header says. */
export function rows(data: Uint8Array): Uint8Array {
  return compressed(deflateSync(data));
}

/** A file of this compressed image data. */
export function compressed(data: ArrayLike<number>): Uint8Array {
  return file(ihdr, chunk("IDAT", data), iend);
}

/** The grey image's filtered rows, and so many bytes behind them. */
export function surplus(size: number): Buffer {
  return Buffer.concat([filteredRows(grey), Buffer.alloc(size)]);
}

/** Two IDATs of this data. */
export function halves(data: Uint8Array): Buffer[] {
  const middle = data.length >> 1;
  return [chunk("IDAT", data.subarray(0, middle)), chunk("IDAT", data.subarray(middle))];
}

/** These bytes, the last one damaged. */
export function damaged(bytes: Uint8Array): Buffer {
  const copy = Buffer.from(bytes);
  copy[copy.length - 1] ^= 1;
  return copy;
}
