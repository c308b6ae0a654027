import { channels, disassemble, type Part, type PngImage } from "./png/writePng.ts";

/** What a PNG file's header says beside the size. */
export type Form = Pick<PngImage, "colourType" | "depth" | "interlaced">;

/** Every legal colour type and depth (PNG specification, section 11.2.1), interlaced or not. */
export const forms: Form[] = [
  ...[1, 2, 4, 8, 16].map((depth) => ({ colourType: 0, depth })),
  ...[8, 16].map((depth) => ({ colourType: 2, depth })),
  ...[1, 2, 4, 8].map((depth) => ({ colourType: 3, depth })),
  ...[8, 16].map((depth) => ({ colourType: 4, depth })),
  ...[8, 16].map((depth) => ({ colourType: 6, depth })),
].flatMap((form) => [false, true].map((interlaced) => ({ ...form, interlaced })));

/**
 * An image of random samples.
 *
 * @param clear whether it has a tRNS chunk, where its colour type may
 */
export function randomImage(
  size: Pick<PngImage, "width" | "height">,
  form: Form,
  clear: boolean,
  random: () => number,
): PngImage {
  const { depth, colourType } = form;
  const value = (bits: number) => Math.floor(random() * 2 ** bits);
  const count = size.width * size.height * channels[colourType];
  const samples = Array.from({ length: count }, () => value(depth));
  const image: PngImage = { ...size, ...form, samples };
  if (colourType === 3) {
    image.palette = Array.from({ length: 3 * 2 ** depth }, () => value(8));
    // Shorter than the palette: the entries past its end are opaque.
    if (clear) image.transparency = Array.from({ length: 2 ** depth - 1 }, () => value(8));
  } else if (clear && colourType < 4) {
    // The first pixel's colour, as 16-bit numbers whose bits past the depth do not count.
    image.transparency = samples.slice(0, channels[colourType]).flatMap((sample) => {
      const number = (value(16 - depth) << depth) | sample;
      return [number >> 8, number & 255];
    });
  }
  return image;
}

/** A file's chunks, and between them some that no pixel needs. */
export function withSpareChunks(file: Uint8Array): Part[] {
  const [header, ...others] = disassemble(file);
  const gamma = { type: "gAMA", data: Buffer.from([0, 0, 177, 143]) };
  const text = { type: "tEXt", data: Buffer.from("Title\0digit") };
  const own = { type: "qqQq", data: Buffer.from([1, 2, 3]) };
  return [header, gamma, ...others.slice(0, -1), text, own, ...others.slice(-1)];
}
