import { deflateSync } from "node:zlib";
import { inflatedBytes, passes } from "../../worker/image/png/passes.ts";
import { defaultLimits } from "../../worker/settings/limits.ts";
import { assemble, chunk, headerData } from "../unit/image/png/writePng.ts";

/** A kind of file; with `fill`, IDATs of so many bytes make it as large as a body may be. */
export interface Kind {
  name: string;
  colourType: number;
  depth: number;
  interlaced?: boolean;
  fill?: number;
}

const { maxBodyBytes } = defaultLimits;
const deep = { colourType: 6, depth: 16 };
/** The worst that the format allows. */
export const kinds: Kind[] = [
  { name: "1-bit grey", colourType: 0, depth: 1 },
  { name: "8-bit palette with tRNS", colourType: 3, depth: 8 },
  { name: "16-bit RGBA", ...deep },
  { name: "16-bit RGBA, interlaced", ...deep, interlaced: true },
  { name: "the same, largest body", ...deep, interlaced: true, fill: 2 ** 16 },
  { name: "the same, tiny IDATs", ...deep, interlaced: true, fill: 1 },
];
/** Bytes that a file's rows take when they are inflated. */
export function bytesOfRows(kind: Kind, side: number): number {
  return inflatedBytes(passes(header(kind, side)));
}

function header({ colourType, depth, interlaced = false }: Kind, side: number) {
  return { width: side, height: side, depth, colourType, interlaced };
}

/** Every pixel counts, none is opaque where it can be clear, and every row is of filter type 4. */
export function worstFile(kind: Kind, side: number): Uint8Array {
  const head = header(kind, side);
  const rows = Buffer.alloc(inflatedBytes(passes(head))).map((_, i) => (i * i) >> 4);
  let at = 0;
  for (const pass of passes(head)) {
    for (let row = 0; row < pass.rows; row++, at += 1 + pass.rowBytes) rows[at] = 4;
  }
  const palette = Array.from({ length: 3 * 256 }, (_, i) => i);
  const chunks = [
    chunk("IHDR", headerData(head)),
    ...(kind.colourType === 3
      ? [chunk("PLTE", palette), chunk("tRNS", palette.slice(0, 256))]
      : []),
    chunk("IDAT", deflateSync(rows)),
  ];
  const end = chunk("IEND", []);
  const room = maxBodyBytes - assemble([...chunks, end]).length;
  return assemble([...chunks, ...(kind.fill ? filling(room, kind.fill) : []), end]);
}

/** IDATs of so many bytes, which decoders read past because the zlib stream has ended before. */
function filling(room: number, size: number): Buffer[] {
  const idat = chunk("IDAT", Buffer.alloc(size));
  return Array(Math.floor(room / idat.length)).fill(idat);
}
