import {
  coloured,
  compressed,
  damaged,
  file,
  good,
  grey,
  idat,
  iend,
  ihdr,
  indexed,
  palette,
  stream,
  text,
} from "./pieces.ts";
import { chunk, writePng } from "./writePng.ts";

/**
 * A strange file that decoders read all the same: its name, its bytes, and the clause of the PNG
 * specification (third edition) that has them do so.
 */
export type Oddity = [name: string, file: Uint8Array, clause: string];

/** What decoders read past. */
export const oddities: Oddity[] = [
  ...reading("10.1", {
    "data behind the zlib stream": compressed([...stream, 1, 2, 3]),
    "an IDAT behind the zlib stream": file(ihdr, idat, chunk("IDAT", [1]), iend),
  }),
  ...reading("10.2", {
    "an IDAT for each byte": file(ihdr, ...eachByte(stream), iend),
    "empty IDATs": file(ihdr, chunk("IDAT", []), idat, chunk("IDAT", []), iend),
  }),
  ...reading("11.2.2", { "a palette beside colours": writePng({ ...coloured, palette }) }),
  ...reading("11.2.4", { "data behind IEND": Buffer.concat([good, text]) }),
  ...reading("11.3.1.1", {
    "a tRNS with more bits than samples": writePng({ ...grey, transparency: [1, 20] }),
    "a tRNS of no bytes": writePng({ ...indexed, palette, transparency: [] }),
  }),
  ...reading("13.1", {
    "a wrong CRC of text": file(ihdr, damaged(text), idat, iend),
    "an animation that is broken": file(ihdr, chunk("acTL", [1]), idat, chunk("fdAT", []), iend),
  }),
  ...reading("13.2", {
    "text without an end": file(ihdr, chunk("tEXt", [65]), idat, iend),
    "iTXt of one byte": file(ihdr, chunk("iTXt", [1]), idat, iend),
    "a histogram without a palette": file(ihdr, chunk("hIST", [0, 1]), idat, iend),
  }),
  ...reading("13.5", {
    "unknown ancillary chunks": file(ihdr, chunk("xyZz", [1]), idat, chunk("xyZz", []), iend),
    "a type whose reserved bit is set": file(ihdr, chunk("abcd", [1]), idat, iend),
  }),
];

function reading(clause: string, files: Record<string, Uint8Array>): Oddity[] {
  return Object.entries(files).map(([name, bytes]) => [name, bytes, clause]);
}

function eachByte(data: Uint8Array): Uint8Array[] {
  return Array.from(data, (byte) => chunk("IDAT", [byte]));
}
