import { crc32, deflateSync } from "node:zlib";

/** An image as PNG sees it: samples in the order of their pixels, each below 2^depth. */
export interface PngImage {
  width: number;
  height: number;
  depth: number;
  colourType: number;
  samples: number[];
  interlaced?: boolean;
  /** Red, green, blue of each entry. */
  palette?: number[];
  /** tRNS's data. */
  transparency?: number[];
}

/** Samples per pixel, by colour type. */
export const channels: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** A PNG file whose rows go through the five filter types in turn, from `firstFilter` on. */
export function writePng(image: PngImage, firstFilter = 0): Uint8Array {
  return assemble([
    chunk("IHDR", headerData(image)),
    ...(image.palette ? [chunk("PLTE", image.palette)] : []),
    ...(image.transparency ? [chunk("tRNS", image.transparency)] : []),
    chunk("IDAT", deflateSync(filteredRows(image, firstFilter))),
    chunk("IEND", []),
  ]);
}

/** IHDR's data. */
export function headerData(image: Omit<PngImage, "samples">): Buffer {
  const { width, height, depth, colourType, interlaced } = image;
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([depth, colourType, 0, 0, Number(interlaced ?? false)], 8);
  return data;
}

/** A chunk: length, type, data and CRC. */
export function chunk(type: string, data: ArrayLike<number>): Buffer {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, "latin1");
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A file of these chunks. */
export function assemble(chunks: Uint8Array[]): Uint8Array {
  return Buffer.concat([signature, ...chunks]);
}

/** A chunk, without its CRC. */
export interface Part {
  type: string;
  data: Uint8Array;
}

/** A file of these chunks, with CRCs that are right. */
export function reassemble(parts: Part[]): Uint8Array {
  return assemble(parts.map(({ type, data }) => chunk(type, data)));
}

/** The chunks of a well-formed file, up to IEND. */
export function disassemble(file: Uint8Array): Part[] {
  const bytes = Buffer.from(file);
  const parts: Part[] = [];
  for (let at = signature.length; parts.at(-1)?.type !== "IEND"; ) {
    const start = at + 8;
    const end = start + bytes.readUInt32BE(at);
    parts.push({
      type: bytes.toString("latin1", at + 4, start),
      data: bytes.subarray(start, end),
    });
    at = end + 4;
  }
  return parts;
}

/** The rows with their filter bytes, as they go into the zlib stream. */
export function filteredRows(image: PngImage, firstFilter = 0): Buffer {
  const passes = image.interlaced ? ADAM7 : [[0, 0, 1, 1]];
  return Buffer.concat(passes.map((pass) => filteredPass(image, pass, firstFilter)));
}

/** First column and row of each pass, and the steps to the next (PNG specification, 8.1). */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];

function filteredPass(image: PngImage, [x0, y0, stepX, stepY]: number[], firstFilter: number) {
  const { width, height, depth, colourType, samples } = image;
  const count = channels[colourType];
  const step = Math.max(1, (count * depth) >> 3);
  const rows: Buffer[] = [];
  let above: Buffer | undefined;
  for (let y = y0; y < height; y += stepY) {
    const taken: number[] = [];
    for (let x = x0; x < width; x += stepX) {
      const at = (y * width + x) * count;
      taken.push(...samples.slice(at, at + count));
    }
    if (taken.length === 0) break;
    const row = pack(taken, depth);
    const before = above ?? Buffer.alloc(row.length);
    const type = (firstFilter + rows.length) % 5;
    const filtered = row.map((byte, i) => byte - predict(type, row, before, i, step));
    rows.push(Buffer.from([type, ...filtered]));
    above = row;
  }
  return Buffer.concat(rows);
}

/** What a filter type subtracts (PNG specification, 9.2). */
function predict(type: number, row: Buffer, above: Buffer, x: number, step: number): number {
  const a = x < step ? 0 : row[x - step];
  const b = above[x];
  const c = x < step ? 0 : above[x - step];
  if (type === 4) {
    const [pa, pb, pc] = [b - c, a - c, a + b - 2 * c].map(Math.abs);
    if (pa <= pb && pa <= pc) return a;
    return pb <= pc ? b : c;
  }
  return [0, a, b, (a + b) >> 1][type];
}

/** Packs samples most significant bit first, the row padded to whole bytes. */
function pack(samples: number[], depth: number): Buffer {
  const bits = samples.map((sample) => sample.toString(2).padStart(depth, "0")).join("");
  const bytes = bits.match(/.{1,8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte.padEnd(8, "0"), 2)));
}
