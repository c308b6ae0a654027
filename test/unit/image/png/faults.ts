import { deflateSync, gzipSync } from "node:zlib";
import {
  coloured,
  compressed,
  damaged,
  file,
  good,
  grey,
  halves,
  header,
  headerByte,
  idat,
  iend,
  ihdr,
  indexed,
  plte,
  rows,
  stream,
  surplus,
  text,
  trns,
} from "./pieces.ts";
import { chunk, filteredRows, headerData, writePng } from "./writePng.ts";

/**
 * A broken file: its name, its bytes, the status and a word of the answer, and the clause of the
 * PNG specification (third edition) that it breaks.
 */
export type Fault = [
  name: string,
  file: Uint8Array,
  status: 400 | 413,
  message: RegExp,
  clause: string,
];

/** Everything that a PNG file must not be, in the order of the specification's clauses. */
export const faults: Fault[] = [
  ...breaking("5.2", /empty|not a PNG/, {
    "nothing at all": new Uint8Array(0),
    text: Buffer.from("not a picture"),
    "line ends turned into LF": Buffer.from(good.filter((byte) => byte !== 0x0d)),
  }),
  ...breaking("5.3", /ends before|longer than the file/, {
    "the signature alone": good.subarray(0, 8),
    "a file cut within a chunk": good.subarray(0, -20),
    "a length of 4 GB": file(ihdr, withLength(idat, 0xffffffff), iend),
  }),
  ...breaking("5.3", /four letters/, {
    "a digit in a chunk's type": file(ihdr, chunk("tE1t", []), idat, iend),
  }),
  ...breaking("5.5", /CRC/, {
    "a wrong CRC of IHDR": file(damaged(ihdr), idat, iend),
    "a wrong CRC of PLTE": file(header(indexed), damaged(plte), idat, iend),
    "a wrong CRC of tRNS": file(ihdr, damaged(trns), idat, iend),
    "a wrong CRC of IDAT": file(ihdr, damaged(idat), iend),
  }),
  ...breaking("5.6", /not IHDR|second IHDR/, {
    "no IHDR": file(idat, iend),
    "text before IHDR": file(text, ihdr, idat, iend),
    "two IHDRs": file(ihdr, ihdr, idat, iend),
  }),
  ...breaking("5.6", /in CgBI, Apple's own form of PNG/, {
    "an iPhone app's CgBI": file(chunk("CgBI", [0x50, 0, 0x20, 2]), ihdr, idat, iend),
  }),
  ...breaking("5.6", /no image data|ends before/, {
    "no IDAT": file(ihdr, iend),
    "nothing behind IHDR": file(ihdr),
  }),
  ...breaking("5.6", /second PLTE/, {
    "two palettes": file(header(indexed), plte, plte, idat, iend),
  }),
  ...breaking("8.1", /interlace 2/, { "interlace method 2": file(headerByte(12, 2), idat, iend) }),
  ...breaking("9.1", /filter 1/, { "filter method 1": file(headerByte(11, 1), idat, iend) }),
  ...breaking("9.2", /filter type 5/, {
    "filter type 5": rows(Buffer.from(filteredRows(grey)).fill(5, 5, 6)),
  }),
  ...breaking("10.1", /compression 1/, {
    "compression method 1": file(headerByte(10, 1), idat, iend),
  }),
  ...breaking("10.1", /corrupt/, {
    "no zlib stream": compressed([1, 2, 3]),
    "a gzip stream": compressed(gzipSync(filteredRows(grey))),
    "a preset dictionary": compressed(
      deflateSync(filteredRows(grey), { dictionary: Buffer.from("abc") }),
    ),
    "a window of 64 KiB": compressed([0x88, 0x1c, ...stream.subarray(2)]),
    "a wrong Adler-32": compressed(damaged(stream)),
    "an Adler-32 cut off": compressed(stream.subarray(0, -4)),
    "IDATs apart": file(ihdr, ...halves(stream).toSpliced(1, 0, text), iend),
    // Decoders that join IDATs in an array of the file's size have zeros behind them.
    "an Adler-32 without its last byte, 0": compressed(adlerEndingInZero().subarray(0, -1)),
  }),
  ...breaking("10.2", /(less|more) image data than the 15/, {
    "a row too few": rows(filteredRows(grey).subarray(5)),
    "64 KiB and a byte too many": rows(surplus(2 ** 16 + 1)),
    "100 MB in 97 KB": rows(Buffer.alloc(100e6)),
  }),
  ...breaking("11.2.1", /12 bytes|0×3|4×0/, {
    "a short IHDR": file(chunk("IHDR", headerData(grey).subarray(1)), idat, iend),
    "no columns": file(header({ width: 0 }), idat, iend),
    "no rows": file(header({ height: 0 }), idat, iend),
  }),
  ...breaking("11.2.1", /colour type \d with \d+-bit/, {
    "colour type 5": file(header({ colourType: 5 }), idat, iend),
    "samples of 3 bits": file(header({ depth: 3 }), idat, iend),
    "a palette for 16-bit samples": file(header({ ...indexed, depth: 16 }), plte, idat, iend),
    "colours of 4-bit samples": file(header({ ...coloured, depth: 4 }), idat, iend),
  }),
  ...breaking("11.2.2", /palette/, {
    "no palette": writePng(indexed),
    "a palette of no colours": writePng({ ...indexed, palette: [] }),
    "a palette of no colours beside colours": writePng({ ...coloured, palette: [] }),
    "a palette of 4 bytes": writePng({ ...indexed, palette: [1, 2, 3, 4] }),
    "a palette of 257 colours": writePng({ ...indexed, palette: Array(3 * 257).fill(1) }),
    "a palette behind the image data": file(header(indexed), idat, plte, iend),
  }),
  ...breaking("13.5", /critical/, {
    "an unknown critical chunk": file(ihdr, chunk("ABCD", []), idat, iend),
  }),
  ...breaking(
    "13.3",
    /[Ss]cale it down/,
    {
      "more pixels than a request may have": file(
        header({ width: 4096, height: 4096 }),
        idat,
        iend,
      ),
      "more interlaced pixels than a request may have": file(
        header({ width: 1449, height: 1449, interlaced: true }),
        idat,
        iend,
      ),
      "more 16-bit pixels than a request may have": file(
        header({ width: 1449, height: 1449, depth: 16 }),
        idat,
        iend,
      ),
      "a side longer than it may be": file(header({ width: 17_000, height: 1 }), idat, iend),
      "2^31 columns": file(header({ width: 2 ** 31 }), idat, iend),
    },
    413,
  ),
];

function breaking(
  clause: string,
  message: RegExp,
  files: Record<string, Uint8Array>,
  status: 400 | 413 = 400,
): Fault[] {
  return Object.entries(files).map(([name, bytes]) => [name, bytes, status, message, clause]);
}

/** Rows whose bytes and 1 add up to 256, so that the last byte of their checksum is 0. */
function adlerEndingInZero(): Uint8Array {
  return deflateSync(filteredRows({ ...grey, samples: [252, ...Array(11).fill(0)] }));
}

function withLength(bytes: Uint8Array, length: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt32BE(length, 0);
  return copy;
}
