import { deflateSync } from "node:zlib";
import {
  coloured,
  compressed,
  damaged,
  file,
  good,
  grey,
  header,
  idat,
  iend,
  ihdr,
  indexed,
  palette,
  plte,
  rows,
  stream,
  surplus,
  text,
  trns,
} from "./pieces.ts";
import { chunk, filteredRows, type PngImage, writePng } from "./writePng.ts";

const twoBits = { ...indexed, depth: 2, samples: grey.samples.map((_, i) => i % 4) };
const colouredIdat = idatOf(coloured);
const indexedIdat = idatOf(indexed);
const greyAlphaIdat = idatOf({
  ...grey,
  colourType: 4,
  samples: grey.samples.flatMap((sample) => [sample, 255 - sample]),
});

/**
 * A strange file that decoders read all the same: its name, its bytes, and the clause of the PNG
 * specification (third edition) that has them do so.
 */
export type Oddity = [name: string, file: Uint8Array, clause: string];

/** What libpng reads past, in the order of the specification's clauses. */
export const oddities: Oddity[] = [
  ...reading("5.5", {
    "a wrong CRC of IEND": file(ihdr, idat, damaged(iend)),
    "no CRC of IEND": file(ihdr, idat, iend.subarray(0, -4)),
  }),
  ...reading("5.6", {
    "no IEND": file(ihdr, idat),
    "zeros in place of IEND": file(ihdr, idat, Buffer.alloc(12)),
    "more IDATs behind other chunks": file(ihdr, idat, text, idat, iend),
    "a palette behind the image data": file(header(coloured), colouredIdat, plte, iend),
    "a tRNS behind the image data": file(ihdr, idat, trns, iend),
    "a tRNS in front of the palette": file(
      header(indexed),
      chunk("tRNS", [9]),
      plte,
      indexedIdat,
      iend,
    ),
    "two tRNS": file(ihdr, trns, chunk("tRNS", [0, 40]), idat, iend),
  }),
  ...reading("10.1", {
    "data behind the zlib stream": compressed([...stream, 1, 2, 3]),
    "an IDAT behind the zlib stream": file(ihdr, idat, chunk("IDAT", [1]), iend),
  }),
  ...reading("10.2", {
    "an IDAT for each byte": file(ihdr, ...eachByte(stream), iend),
    "empty IDATs": file(ihdr, chunk("IDAT", []), idat, chunk("IDAT", []), iend),
    "a byte too many": rows(surplus(1)),
    "a row too many": rows(surplus(5)),
    "64 KiB too many": rows(surplus(2 ** 16)),
  }),
  ...reading("11.2.2", {
    "a palette beside colours": writePng({ ...coloured, palette }),
    "a palette of 4 bytes beside colours": writePng({ ...coloured, palette: [1, 2, 3, 4] }),
    "a palette for grey": writePng({ ...grey, palette }),
    "a palette for grey with alpha": file(header({ colourType: 4 }), plte, greyAlphaIdat, iend),
    "a palette of 12 colours for 2 bits": writePng({ ...twoBits, palette }),
  }),
  ...reading("11.2.4", {
    "an IEND with data": file(ihdr, idat, chunk("IEND", [0])),
    "data behind IEND": Buffer.concat([good, text]),
  }),
  ...reading("11.3.1.1", {
    "a tRNS with more bits than samples": writePng({ ...grey, transparency: [1, 20] }),
    "a tRNS of no bytes": writePng({ ...indexed, palette, transparency: [] }),
    "a tRNS of 4 bytes for grey": writePng({ ...grey, transparency: [0, 20, 0, 0] }),
    "a tRNS of 2 bytes for colours": writePng({ ...coloured, transparency: [1, 2] }),
    "a tRNS longer than the palette": writePng({
      ...indexed,
      palette,
      transparency: Array(13).fill(9),
    }),
    "a tRNS beside alpha": file(header({ colourType: 4 }), trns, greyAlphaIdat, iend),
  }),
  ...reading("13.1", {
    "a colour that is not in the palette": writePng({ ...indexed, palette: palette.slice(0, -9) }),
    "a clear colour beside one that is not in the palette": writePng({
      ...indexed,
      palette: palette.slice(0, -9),
      transparency: [0, 128],
    }),
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
    "an unknown critical chunk behind the image data": file(ihdr, idat, chunk("ABCD", []), iend),
    "a type whose reserved bit is set": file(ihdr, chunk("abcd", [1]), idat, iend),
  }),
];

function reading(clause: string, files: Record<string, Uint8Array>): Oddity[] {
  return Object.entries(files).map(([name, bytes]) => [name, bytes, clause]);
}

function idatOf(image: PngImage): Uint8Array {
  return chunk("IDAT", deflateSync(filteredRows(image)));
}

function eachByte(data: Uint8Array): Uint8Array[] {
  return Array.from(data, (byte) => chunk("IDAT", [byte]));
}
