import type { GreyImage } from "../../../image/GreyImage.ts";
import { SIGNATURE } from "../../../image/png/signature.ts";

/** Colour types (section 11.2.1): grey, and grey with alpha. */
const GREY = 0;
const GREY_ALPHA = 4;

/** The polynomial of a PNG's CRCs, bits reversed (section 5.5). */
const POLYNOMIAL = 0xedb88320;

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
  return crc;
});

/**
 * Encodes an image as PNG, 8 bits a sample. Decoding gives the very same image, which a canvas's
 * own encoder does not promise where pixels are not opaque.
 */
export async function encodePng({ width, height, grey, alpha }: GreyImage): Promise<Blob> {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header[8] = 8;
  header[9] = alpha ? GREY_ALPHA : GREY;

  // Before each row stands its filter: 0, none.
  const samples = alpha ? 2 : 1;
  const rowBytes = 1 + width * samples;
  const rows = new Uint8Array(height * rowBytes);
  for (let i = 0; i < grey.length; i++) {
    const at = Math.floor(i / width) * rowBytes + 1 + (i % width) * samples;
    rows[at] = grey[i];
    if (alpha) rows[at + 1] = alpha[i];
  }
  return new Blob(
    [
      SIGNATURE,
      chunk("IHDR", header),
      chunk("IDAT", await deflate(rows)),
      chunk("IEND", new Uint8Array()),
    ],
    { type: "image/png" },
  );
}

/** A chunk: length, type, data, and the CRC of type and data (section 5.3). */
function chunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) bytes[4 + i] = type.charCodeAt(i);
  bytes.set(data, 8);
  let crc = -1;
  for (const byte of bytes.subarray(4, -4)) crc = crcTable[(crc ^ byte) & 255] ^ (crc >>> 8);
  view.setUint32(bytes.length - 4, ~crc);
  return bytes;
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  // "deflate" is the zlib format, which IDAT holds.
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
