import { broken, cutOff } from "./refusals.ts";

/** Markers, by the byte behind 0xFF (T.81, table B.1). */
export const SOF0 = 0xc0;
export const SOF15 = 0xcf;
export const DHT = 0xc4;
export const JPG = 0xc8;
export const DAC = 0xcc;
export const EOI = 0xd9;
export const SOS = 0xda;
export const DQT = 0xdb;
export const DRI = 0xdd;
export const DHP = 0xde;
export const APP0 = 0xe0;
export const APP1 = 0xe1;
export const APP14 = 0xee;
/** JPEG-LS's frame (T.87, C.1.1). */
export const SOF55 = 0xf7;

/** Markers that stand alone: TEM, RST0 … RST7 and SOI. */
const TEM = 0x01;
const RST0 = 0xd0;
const SOI = 0xd8;

const MARKER = 2;
const LENGTH = 2;

/** A marker segment of a JPEG file, by its place in it. */
export interface Segment {
  marker: number;
  /** The marker's first byte. */
  start: number;
  /** The parameters, behind the length: the first byte, and the first after them. */
  parameters: number;
  parametersEnd: number;
  /** The first byte after the segment and, where it starts a scan, after the scan's data. */
  end: number;
}

/**
 * Walks over a JPEG file's marker segments up to EOI. What stands between them or behind EOI is
 * passed over, as decoders do.
 *
 * @param bytes that start with SOI
 * @throws InputError 400 where the file ends before EOI, or a segment's length is not legal
 */
export function* readSegments(bytes: Uint8Array): Generator<Segment> {
  for (let start = findMarker(bytes, MARKER); bytes[start + 1] !== EOI; ) {
    const marker = bytes[start + 1];
    const parameters = start + MARKER + LENGTH;
    if (parameters > bytes.length) throw cutOff();
    const length = (bytes[start + MARKER] << 8) | bytes[start + MARKER + 1];
    if (length < LENGTH) throw broken(`a segment gives its length as ${length}`);
    const parametersEnd = start + MARKER + length;
    const next = findMarker(bytes, parametersEnd);
    yield { marker, start, parameters, parametersEnd, end: marker === SOS ? next : parametersEnd };
    start = next;
  }
}

/**
 * Finds the next marker that starts a segment, or EOI. Those that stand alone are part of a scan's
 * data or of no use, as is 0xFF followed by 0, a stuffed byte (T.81, B.1.1.5).
 */
function findMarker(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at)) {
    const code = bytes[at + 1];
    if (code === undefined) break;
    if (code === 0xff) at += 1;
    else if (code <= TEM || (code >= RST0 && code <= SOI)) at += MARKER;
    else return at;
  }
  throw cutOff();
}
