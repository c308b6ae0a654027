import { exifData } from "../exifData.ts";
import { type Part, reassemble } from "./parts.ts";
import { type Form, writeJpeg } from "./writeJpeg.ts";

/** A file that is refused: what is wrong, the clause of ITU-T T.81, the status, and the message. */
export type Fault = [
  name: string,
  file: Uint8Array,
  status: 400 | 413,
  message: RegExp,
  clause: string,
];

const grey: Form = { width: 16, height: 16, sampling: [[1, 1]], marker: 0xc0 };
const colour: Form = {
  ...grey,
  sampling: [
    [2, 2],
    [1, 1],
    [1, 1],
  ],
};
const levels = (component: number, x: number, y: number) =>
  (50 * component + 90 * x + 35 * y) % 256;

const parts = writeJpeg(colour, levels);
const sound = reassemble(parts);
const [DQT, SOF, DHT, SOS] = [0xdb, 0xc0, 0xc4, 0xda];

const end = /cut off: it ends before its EOI/;
const data = /image data is damaged or ends early/;
const frame = /frame header/;
const scan = /scan header|a scan/;

/** Faults of each kind, in the order of T.81's clauses. */
export const faults: Fault[] = [
  ["the first bytes alone", sound.subarray(0, 3), 400, end, "B.2.1"],
  ["an upload cut off in its tables", sound.subarray(0, 40), 400, end, "B.2.1"],
  ["an upload cut off in its image data", sound.subarray(0, -9), 400, end, "B.2.1"],
  ["no EOI", sound.subarray(0, -2), 400, end, "B.2.1"],
  ["half of EOI", sound.subarray(0, -1), 400, end, "B.2.1"],
  [
    "image data that end early, and EOI",
    withScan((scan) => scan.subarray(0, scan.length >> 1)),
    400,
    data,
    "B.2.1",
  ],
  ["no image data, and EOI", withScan(() => new Uint8Array()), 400, data, "B.2.1"],
  ["no frame", reassemble(parts.filter(({ marker }) => marker !== SOF)), 400, frame, "B.2.1"],
  [
    "no scan",
    reassemble(parts.filter(({ marker }) => marker !== SOS)),
    400,
    /no image data/,
    "B.2.1",
  ],
  ["two frames", reassemble([parts[1], ...parts]), 400, /second frame/, "B.2.1"],
  ["a length of 1", with2Bytes(0, 1), 400, /length as 1/, "B.1.1.4"],
  ["a length past the end", with2Bytes(0, 0xffff), 400, end, "B.1.1.4"],
  ["samples of 12 bits", withFrame((bytes) => bytes.with(0, 12)), 400, /12 bits a sample/, "B.2.2"],
  ["no columns", withFrame((bytes) => bytes.fill(0, 3, 5)), 400, /0×16 pixels/, "B.2.2"],
  [
    "a height told behind the scan",
    withFrame((bytes) => bytes.fill(0, 1, 3)),
    400,
    /height/,
    "B.2.5",
  ],
  ["no components", withFrame((bytes) => bytes.with(5, 0).subarray(0, 6)), 400, frame, "B.2.2"],
  ["a component without its bytes", withFrame((bytes) => bytes.with(5, 4)), 400, frame, "B.2.2"],
  ["two components", components(2), 400, /2 components/, "B.2.2"],
  ["CMYK", components(4), 400, /CMYK/, "B.2.2"],
  ["a sampling factor of 0", withFrame((bytes) => bytes.with(7, 0x20)), 400, /factor/, "B.2.2"],
  ["a sampling factor of 5", withFrame((bytes) => bytes.with(7, 0x51)), 400, /factor/, "B.2.2"],
  ["a lossless process", process(0xc3), 400, /is lossless/, "B.1.1.3"],
  ["a hierarchical frame", process(0xc5), 400, /hierarchical/, "B.1.1.3"],
  [
    "a hierarchical file",
    reassemble([{ ...parts[1], marker: 0xde }, ...parts]),
    400,
    /hierarchical/,
    "B.3.2",
  ],
  ["arithmetic coding", process(0xc9), 400, /arithmetic/, "B.1.1.3"],
  ["arithmetic coding, progressive", process(0xca), 400, /arithmetic/, "B.1.1.3"],
  ["JPEG-LS", process(0xf7), 400, /JPEG-LS/, "T.87, C.1.1"],
  [
    "a scan before its frame",
    reassemble([...parts.slice(-1), ...parts]),
    400,
    /before its frame/,
    "B.2.1",
  ],
  ["a scan of no components", withScanHeader([0, 0, 63, 0]), 400, scan, "B.2.3"],
  [
    "a scan of a component that is not there",
    withScanHeader([1, 9, 0, 0, 63, 0]),
    400,
    scan,
    "B.2.3",
  ],
  ["a scan of one component twice", withScanHeader([2, 1, 0, 1, 0, 0, 63, 0]), 400, scan, "B.2.3"],
  ["101 scans", reassemble([...parts, ...Array(100).fill(parts[4])]), 400, /100 scans/, "B.2.1"],
  [
    "10,000 tables",
    reassemble([...Array(10_000).fill(parts[0]), ...parts]),
    400,
    /tables/,
    "B.2.4",
  ],
  ["no quantisation table", without(DQT), 400, data, "B.2.4.1"],
  ["no Huffman table", without(DHT), 400, data, "B.2.4.2"],
  [
    "a Huffman table of too many codes",
    withTable(DHT, [0, 3, ...Array(15).fill(0), 0, 1, 2]),
    400,
    data,
    "C.2",
  ],
  ["a quantisation table cut short", withTable(DQT, [0, 1, 2, 3]), 400, data, "B.2.4.1"],
  ["65,535² pixels", sized(65_535, 65_535, 0xc0), 413, /65535×65535/, "MAX_SIDE"],
  ["68 million pixels", sized(10_000, 6_800, 0xc0), 413, /68000000 pixels/, "MAX_JPEG_PIXELS"],
  [
    "26 million grey pixels, progressive",
    sized(5100, 5100, 0xc2),
    413,
    /baseline/,
    "MAX_PROGRESSIVE_PIXELS",
  ],
  [
    "9 million pixels in 30 scans",
    scanBomb(3000, 3000, 30),
    413,
    /30 scans/,
    "MAX_PROGRESSIVE_PIXELS",
  ],
];

/** Whole files that are unusual, and have to be taken. */
export const oddities: [name: string, file: Uint8Array][] = [
  ["nothing unusual", sound],
  ["Exif that points past its end", exif(exifData([]).fill(0xff, 4, 8))],
  ["Exif whose first directory is its header", exif(exifData([]).fill(0, 4, 8))],
  ["Exif directories in a circle", exif(circle())],
  ["Exif of one byte", exif(Buffer.from("I"))],
  [
    "a thumbnail of 65,535² pixels in Exif",
    exif(Buffer.concat([exifData([]), sized(65_535, 65_535, 0xc0)])),
  ],
  ["a thumbnail in JFIF", reassemble([jfif(100), ...parts])],
  ["JFIF of a version to come", reassemble([jfif(0, 9), ...parts])],
  ["Adobe's mark of an unknown transform", reassemble([adobe(7), ...parts])],
];

function exif(tiff: Uint8Array): Buffer {
  return reassemble([
    { marker: 0xe1, parameters: Buffer.concat([Buffer.from("Exif\0\0"), tiff]) },
    ...parts,
  ]);
}

/** A directory whose next one is itself. */
function circle(): Buffer {
  const tiff = exifData([{ tag: 0x8769, type: 4, count: 1, value: 8 }]);
  tiff.writeUInt32LE(8, tiff.length - 4);
  return tiff;
}

function jfif(side: number, version = 1): Part {
  const head = [...Buffer.from("JFIF\0"), version, 1, 0, 0, 1, 0, 1, side, side];
  return {
    marker: 0xe0,
    parameters: Buffer.concat([Buffer.from(head), Buffer.alloc(3 * side * side)]),
  };
}

function adobe(transform: number): Part {
  return {
    marker: 0xee,
    parameters: Buffer.from([...Buffer.from("Adobe"), 0, 100, 0, 0, 0, 0, transform]),
  };
}

function withFrame(change: (parameters: Uint8Array) => Uint8Array): Buffer {
  return reassemble(
    parts.map((part) =>
      part.marker === SOF
        ? { ...part, parameters: change(Uint8Array.from(part.parameters)) }
        : part,
    ),
  );
}

function withScan(change: (scan: Uint8Array) => Uint8Array): Buffer {
  return reassemble(parts.map((part) => (part.scan ? { ...part, scan: change(part.scan) } : part)));
}

function withScanHeader(parameters: number[]): Buffer {
  return reassemble(
    parts.map((part) => (part.scan ? { ...part, parameters: Buffer.from(parameters) } : part)),
  );
}

function withTable(marker: number, parameters: number[]): Buffer {
  return reassemble(
    parts.map((part) =>
      part.marker === marker ? { ...part, parameters: Buffer.from(parameters) } : part,
    ),
  );
}

function without(marker: number): Buffer {
  return reassemble(parts.filter((part) => part.marker !== marker));
}

function process(marker: number): Buffer {
  return reassemble(parts.map((part) => (part.marker === SOF ? { ...part, marker } : part)));
}

function components(count: number): Buffer {
  const sampling = Array.from({ length: count }, (): [number, number] => [1, 1]);
  return reassemble(writeJpeg({ ...grey, sampling, ids: [1, 2, 3, 4] }, levels));
}

/** The length of a segment made another. */
function with2Bytes(index: number, length: number): Buffer {
  const file = Buffer.from(sound);
  const before = parts.slice(0, index).reduce((sum, part) => sum + 4 + part.parameters.length, 2);
  file.writeUInt16BE(length, before + 2);
  return file;
}

/** A header of many pixels, and image data that would end early. */
function sized(width: number, height: number, marker: number): Buffer {
  const [quantisation, , ...others] = writeJpeg({ ...grey, marker }, levels);
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  const header = { marker, parameters: Buffer.from([8, ...size, 1, 1, 0x11, 0]) };
  return reassemble([quantisation, header, ...others]);
}

/** A progressive file of few bytes whose scans go over all blocks again and again. */
function scanBomb(width: number, height: number, scans: number): Buffer {
  const file = writeJpeg({ ...grey, width, height, marker: 0xc2 }, () => 128);
  return reassemble([...file, ...Array(scans - 2).fill(file[file.length - 1])]);
}
