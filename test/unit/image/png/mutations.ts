import { deflateSync, inflateSync, type ZlibOptions } from "node:zlib";
import type { Part } from "./writePng.ts";

/** Random choices. */
export interface Dice {
  /** A whole number from 0 to `end` - 1. */
  below(end: number): number;
  pick<T>(list: readonly T[]): T;
}

/** Dice from a random number in 0 … 1. */
export function diceFrom(random: () => number): Dice {
  const below = (end: number) => Math.floor(random() * end);
  return { below, pick: (list) => list[below(list.length)] };
}

/** Chunk types that mean something to one decoder or another, and some that mean nothing. */
const TYPES = [
  ...["IHDR", "PLTE", "tRNS", "IDAT", "IEND", "gAMA", "sBIT", "bKGD", "hIST", "pHYs", "tEXt"],
  ...["zTXt", "iTXt", "iCCP", "acTL", "fcTL", "fdAT", "QQQQ", "abcd", "xyZz", "IDA1"],
];

/** Numbers at which something begins or ends. */
const EDGES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 31, 32, 33, 127, 128, 254, 255];
const LENGTHS = [0, 1, 13, 2 ** 16, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 13, 2 ** 32 - 1];

/** Changes of a PNG file's chunks, whose CRCs are made right again afterwards. */
export const chunkMutations: Record<string, (parts: Part[], dice: Dice) => Part[]> = {
  "two chunks swapped": (parts, { below }) => {
    const [i, j] = [below(parts.length), below(parts.length)];
    return parts.with(i, parts[j]).with(j, parts[i]);
  },
  "a chunk repeated": (parts, { below, pick }) =>
    parts.toSpliced(below(parts.length + 1), 0, pick(parts)),
  "a chunk dropped": (parts, { below }) =>
    parts.length > 1 ? parts.toSpliced(below(parts.length), 1) : parts,
  "a chunk added": (parts, dice) => {
    const part = { type: dice.pick(TYPES), data: randomBytes(dice.below(40), dice) };
    return parts.toSpliced(dice.below(parts.length + 1), 0, part);
  },
  "a chunk renamed": (parts, { below, pick }) => {
    const i = below(parts.length);
    return parts.with(i, { ...parts[i], type: pick(TYPES) });
  },
  "a chunk's data cut": (parts, dice) =>
    changeData(parts, dice, (data) => data.subarray(0, dice.below(data.length + 1))),
  "a chunk's data lengthened": (parts, dice) =>
    changeData(parts, dice, (data) => Buffer.concat([data, randomBytes(1 + dice.below(9), dice)])),
  "a bit of a chunk's data flipped": (parts, dice) =>
    changeData(parts, dice, (data) => flipBit(data, dice)),
  "a field of the header changed": ([header, ...others], dice) => [
    { ...header, data: setByte(header.data, dice) },
    ...others,
  ],
  "filter types and pixels changed": (parts, dice) =>
    changeRows(parts, (rows) => {
      const changes = Array.from({ length: 1 + dice.below(9) });
      return changes.reduce((changed: Uint8Array) => setByte(changed, dice), rows);
    }),
  "rows cut": (parts, { below }) =>
    changeRows(parts, (rows) => rows.subarray(0, below(rows.length + 1))),
  "rows lengthened": (parts, dice) =>
    changeRows(parts, (rows) => Buffer.concat([rows, randomBytes(1 + dice.below(9), dice)])),
  "image data compressed in another way": (parts, { below, pick }) =>
    changeRows(parts, (rows) => rows, {
      level: below(10),
      memLevel: 1 + below(9),
      strategy: below(5),
      windowBits: pick([9, 12, 15]),
    }),
  "image data split": (parts, { below }) => {
    const data = imageData(parts);
    const cuts = Array.from({ length: below(9) }, () => below(data.length + 1));
    const ends = [...cuts.toSorted((a, b) => a - b), data.length];
    return withImageData(
      parts,
      ends.map((end, i) => data.subarray(ends[i - 1] ?? 0, end)),
    );
  },
  "bytes behind the image data": (parts, dice) =>
    withImageData(parts, [imageData(parts), randomBytes(dice.below(9), dice)]),
};

/** Changes of a PNG file's bytes. */
export const byteMutations: Record<string, (file: Buffer, dice: Dice) => Uint8Array> = {
  "a bit flipped": flipBit,
  "a byte changed": setByte,
  "bytes taken out": (file, { below }) => {
    const at = below(file.length);
    return Buffer.concat([file.subarray(0, at), file.subarray(at + 1 + below(20))]);
  },
  "bytes put in": (file, dice) => {
    const at = dice.below(file.length + 1);
    const bytes = randomBytes(1 + dice.below(20), dice);
    return Buffer.concat([file.subarray(0, at), bytes, file.subarray(at)]);
  },
  "the end cut off": (file, { below }) => file.subarray(0, below(file.length)),
  "bytes behind the end": (file, dice) => Buffer.concat([file, randomBytes(dice.below(40), dice)]),
  "a length in place of four bytes": (file, { below, pick }) => {
    const copy = Buffer.from(file);
    copy.writeUInt32BE(pick(LENGTHS), below(copy.length - 3));
    return copy;
  },
};

function randomBytes(count: number, { below }: Dice): Uint8Array {
  return Uint8Array.from({ length: count }, () => below(256));
}

function flipBit(bytes: Uint8Array, { below }: Dice): Uint8Array {
  const copy = Buffer.from(bytes);
  if (copy.length > 0) copy[below(copy.length)] ^= 1 << below(8);
  return copy;
}

function setByte(bytes: Uint8Array, { below, pick }: Dice): Uint8Array {
  const copy = Buffer.from(bytes);
  if (copy.length > 0) copy[below(copy.length)] = pick(EDGES);
  return copy;
}

function changeData(parts: Part[], { below }: Dice, change: (data: Uint8Array) => Uint8Array) {
  const i = below(parts.length);
  return parts.with(i, { ...parts[i], data: change(parts[i].data) });
}

/** Leaves the file as it is where its image data cannot be inflated any more. */
function changeRows(
  parts: Part[],
  change: (rows: Uint8Array) => Uint8Array,
  options: ZlibOptions = {},
): Part[] {
  let rows: Uint8Array;
  try {
    rows = inflateSync(imageData(parts));
  } catch {
    return parts;
  }
  return withImageData(parts, [deflateSync(change(rows), options)]);
}

function imageData(parts: Part[]): Buffer {
  return Buffer.concat(parts.filter(({ type }) => type === "IDAT").map(({ data }) => data));
}

/** Puts an IDAT for each of these pieces where the first one was. */
function withImageData(parts: Part[], pieces: Uint8Array[]): Part[] {
  const first = parts.findIndex(({ type }) => type === "IDAT");
  if (first < 0) return parts;
  const others = parts.filter(({ type }) => type !== "IDAT");
  return others.toSpliced(first, 0, ...pieces.map((data) => ({ type: "IDAT", data })));
}
