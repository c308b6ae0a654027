import type { Band } from "./bands.ts";
import { type Header, pixelBits, rowBytes } from "./header.ts";

/**
 * Puts the pixels of an interlaced image where they belong.
 *
 * @returns rows of the whole image, each padded to whole bytes
 */
export function deinterlace(bands: Iterable<Band<Uint8Array>>, header: Header): Uint8Array {
  const image = new Uint8Array(header.height * rowBytes(header, header.width));
  const place = pixelBits(header) < 8 ? placeBits : placeBytes;
  for (const band of bands) place(band, image, header);
  return image;
}

/** Copies pixels of whole bytes. */
function placeBytes(
  { rows, first, count, pass }: Band<Uint8Array>,
  image: Uint8Array,
  header: Header,
): void {
  const bytes = pixelBits(header) >> 3;
  const imageRow = rowBytes(header, header.width);
  for (let r = 0; r < count; r++) {
    for (let c = 0; c < pass.columns; c++) {
      const from = r * pass.rowBytes + c * bytes;
      const to = (pass.y + (first + r) * pass.stepY) * imageRow + (pass.x + c * pass.stepX) * bytes;
      for (let b = 0; b < bytes; b++) image[to + b] = rows[from + b];
    }
  }
}

/** Copies pixels of which several share a byte; the first is its most significant part. */
function placeBits(
  { rows, first, count, pass }: Band<Uint8Array>,
  image: Uint8Array,
  header: Header,
): void {
  const bits = pixelBits(header);
  const mask = 2 ** bits - 1;
  const imageRow = rowBytes(header, header.width);
  for (let r = 0; r < count; r++) {
    const start = (pass.y + (first + r) * pass.stepY) * imageRow;
    for (let c = 0; c < pass.columns; c++) {
      const from = c * bits;
      const to = (pass.x + c * pass.stepX) * bits;
      const byte = rows[r * pass.rowBytes + (from >> 3)];
      const value = (byte >> (8 - bits - (from & 7))) & mask;
      image[start + (to >> 3)] |= value << (8 - bits - (to & 7));
    }
  }
}
