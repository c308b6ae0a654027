import UPNG, { type ImageType } from "upng-js";
import { type Header, pixelBits, rowBytes } from "./header.ts";
import { type Pass, passes } from "./passes.ts";

/**
 * Unfilters an interlaced image's passes and puts their pixels where they belong. In place of
 * upng-js's own: that one misplaces 1-bit pixels, and reads a pass too many in narrow images.
 *
 * @param data inflated image data, overwritten
 * @returns unfiltered rows of the whole image, each padded to whole bytes
 */
export function deinterlace(data: Uint8Array, type: ImageType, header: Header): Uint8Array {
  const image = new Uint8Array(header.height * rowBytes(header, header.width));
  const place = pixelBits(header) < 8 ? placeBits : placeBytes;
  let start = 0;
  for (const pass of passes(header)) {
    UPNG.decode._filterZero(data, type, start, pass.columns, pass.rows);
    place(data.subarray(start), image, pass, header);
    start += pass.rows * (1 + pass.rowBytes);
  }
  return image;
}

/** Copies a pass of whole bytes per pixel. */
function placeBytes(rows: Uint8Array, image: Uint8Array, pass: Pass, header: Header): void {
  const bytes = pixelBits(header) >> 3;
  const imageRow = rowBytes(header, header.width);
  for (let r = 0; r < pass.rows; r++) {
    for (let c = 0; c < pass.columns; c++) {
      const from = r * pass.rowBytes + c * bytes;
      const to = (pass.y + r * pass.stepY) * imageRow + (pass.x + c * pass.stepX) * bytes;
      for (let b = 0; b < bytes; b++) image[to + b] = rows[from + b];
    }
  }
}

/** Copies a pass of several pixels per byte; the first is the byte's most significant part. */
function placeBits(rows: Uint8Array, image: Uint8Array, pass: Pass, header: Header): void {
  const bits = pixelBits(header);
  const mask = 2 ** bits - 1;
  const imageRow = rowBytes(header, header.width);
  for (let r = 0; r < pass.rows; r++) {
    for (let c = 0; c < pass.columns; c++) {
      const from = c * bits;
      const to = (pass.x + c * pass.stepX) * bits;
      const byte = rows[r * pass.rowBytes + (from >> 3)];
      const value = (byte >> (8 - bits - (from & 7))) & mask;
      image[(pass.y + r * pass.stepY) * imageRow + (to >> 3)] |= value << (8 - bits - (to & 7));
    }
  }
}
