import { crc32, deflateSync } from "node:zlib";
import { SIGNATURE } from "../image/png/signature.ts";

/** Filter type 0 before each row (PNG specification, section 9.2). */
const UNFILTERED = 0;

/** Stored blocks alone: the file is read at once. */
const STORED = { level: 0 };

/**
 * Makes a PNG of grey levels, so that images from an IDX file go the way that all pictures go.
 *
 * @param grey levels [height][width], 0 black … 255 white
 */
export function greyPng(width: number, height: number, grey: Uint8Array): Uint8Array {
  // 8 bits, greyscale, no interlace (section 11.2.1).
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const rows = new Uint8Array(height * (1 + width));
  for (let row = 0; row < height; row++) {
    rows[row * (1 + width)] = UNFILTERED;
    rows.set(grey.subarray(row * width, (row + 1) * width), row * (1 + width) + 1);
  }
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, STORED)),
    chunk("IEND", new Uint8Array()),
  ]);
}

/** Length, type, data and CRC (section 5.3). */
function chunk(type: string, data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, "latin1");
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}
