import type { Part } from "./parts.ts";

/** What a file's header says, and how its scans are made. */
export interface Form {
  width: number;
  height: number;
  /** Of each component: samples across and down, beside the others'. */
  sampling: [number, number][];
  /** SOF's marker: 0xc0 for baseline, 0xc2 for progressive. */
  marker: number;
  /** Ids of the components; 1, 2, 3 by default. */
  ids?: number[];
  /** MCUs between two restart markers; 0 for none. */
  restart?: number;
  /** Whether one scan has all components, or each one of its own. */
  interleaved?: boolean;
}

/** The grey level of a component's block. */
type Levels = (component: number, x: number, y: number) => number;

/** The DC coefficient of a flat block is 8 times its level, and so are its steps. */
const TABLE = Buffer.alloc(65, 8).fill(0, 0, 1);

/** Huffman tables: for DC, 12 categories by codes of 4 bits; for AC, end of block by the bit 0. */
const DC_TABLE = [0x00, 0, 0, 0, 12, ...Array(12).fill(0), ...Array(12).keys()];
const AC_TABLE = [0x10, 1, ...Array(15).fill(0), 0];

/**
 * Writes a JPEG file whose blocks of 8×8 samples are flat, so that what a decoder has to find is
 * plain: each block's level, at whatever scale.
 */
export function writeJpeg(form: Form, levels: Levels): Part[] {
  const { sampling, ids = [1, 2, 3], restart = 0, interleaved = true } = form;
  const all = sampling.map((_, i) => i);
  const scans = interleaved ? [all] : all.map((i) => [i]);
  const segment = (marker: number, parameters: number[] | Buffer): Part => ({
    marker,
    parameters: Buffer.from(parameters),
  });
  return [
    segment(0xdb, TABLE),
    segment(form.marker, frame(form, ids)),
    segment(0xc4, DC_TABLE),
    segment(0xc4, AC_TABLE),
    ...(restart ? [segment(0xdd, [restart >> 8, restart & 255])] : []),
    ...scans.map((components) => ({
      ...segment(0xda, [
        components.length,
        ...components.flatMap((i) => [ids[i], 0]),
        ...(form.marker === 0xc2 ? [0, 0, 0] : [0, 63, 0]),
      ]),
      scan: scanData(form, components, levels),
    })),
    ...(form.marker === 0xc2 ? [noDetail(form, ids)] : []),
  ];
}

/** The scan that says of a progressive file's luma that there is nothing but DC, or it is smoothed. */
function noDetail({ width, height, sampling, restart = 0 }: Form, ids: number[]): Part {
  const [[h, v]] = sampling;
  const [mostAcross, mostDown] = most(sampling);
  const blocks = Math.ceil((width * h) / mostAcross / 8) * Math.ceil((height * v) / mostDown / 8);
  const bits = new BitWriter();
  for (let block = 0; block < blocks; block++) {
    if (restart && block > 0 && block % restart === 0) bits.restart(block / restart - 1);
    bits.put(0, 1);
  }
  return { marker: 0xda, parameters: Buffer.from([1, ids[0], 0, 1, 63, 0]), scan: bits.end() };
}

/** The most samples across, and down, that a component has. */
function most(sampling: Form["sampling"]): number[] {
  return [0, 1].map((i) => Math.max(...sampling.map((by) => by[i])));
}

function frame({ width, height, sampling }: Form, ids: number[]): number[] {
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  return [8, ...size, sampling.length, ...sampling.flatMap(([h, v], i) => [ids[i], h * 16 + v, 0])];
}

/** A scan's MCUs, block by block in the order of T.81, A.2. */
function scanData(form: Form, components: number[], levels: Levels): Buffer {
  const { width, height, sampling, marker, restart = 0 } = form;
  const [mostAcross, mostDown] = most(sampling);
  // A scan of one component has one block in each MCU, and no blocks beyond the picture.
  const alone = components.length === 1;
  const [h, v] = sampling[components[0]];
  const mcusAcross = Math.ceil(alone ? (width * h) / mostAcross / 8 : width / mostAcross / 8);
  const mcusDown = Math.ceil(alone ? (height * v) / mostDown / 8 : height / mostDown / 8);

  const bits = new BitWriter();
  let before = sampling.map(() => 0);
  for (let mcu = 0; mcu < mcusAcross * mcusDown; mcu++) {
    if (restart && mcu > 0 && mcu % restart === 0) {
      bits.restart(mcu / restart - 1);
      before = sampling.map(() => 0);
    }
    const [left, top] = [mcu % mcusAcross, Math.floor(mcu / mcusAcross)];
    for (const i of components) {
      const [across, down] = alone ? [1, 1] : sampling[i];
      for (let block = 0; block < across * down; block++) {
        const x = left * across + (block % across);
        const y = top * down + Math.floor(block / across);
        const value = levels(i, x, y) - 128;
        bits.difference(value - before[i]);
        before[i] = value;
        if (marker !== 0xc2) bits.put(0, 1);
      }
    }
  }
  return bits.end();
}

/** Bits, most significant first, with a 0 stuffed behind each byte 0xFF (T.81, F.1.2.3). */
class BitWriter {
  private readonly bytes: number[] = [];
  private pending = 0;
  private count = 0;

  put(value: number, length: number): void {
    for (let bit = length - 1; bit >= 0; bit--) {
      this.pending = (this.pending << 1) | ((value >> bit) & 1);
      if (++this.count === 8) {
        this.bytes.push(this.pending, ...(this.pending === 0xff ? [0] : []));
        this.pending = 0;
        this.count = 0;
      }
    }
  }

  /** A DC difference: its category's code, then its value in so many bits (F.1.2.1). */
  difference(value: number): void {
    const category = 32 - Math.clz32(Math.abs(value));
    this.put(category, 4);
    this.put(value < 0 ? value + 2 ** category - 1 : value, category);
  }

  restart(number: number): void {
    this.fill();
    this.bytes.push(0xff, 0xd0 + (number % 8));
  }

  end(): Buffer {
    this.fill();
    return Buffer.from(this.bytes);
  }

  private fill(): void {
    while (this.count > 0) this.put(1, 1);
  }
}
