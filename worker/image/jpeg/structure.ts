import { readOrientation, UPRIGHT } from "../exif.ts";
import {
  adobeTransform,
  type ColourSpace,
  colourSpace,
  isAdobe,
  isJfif,
  startsWith,
} from "./colour.ts";
import { type Frame, isFrame, readFrame } from "./frame.ts";
import { broken, notDecoded } from "./refusals.ts";
import { countScan, type Scans } from "./scan.ts";
import { APP1, DHP, DHT, DQT, DRI, readSegments, type Segment, SOS } from "./segments.ts";

/** A JPEG file whose structure has been checked. */
export interface Structure {
  frame: Frame;
  colour: ColourSpace;
  /** Exif's, 1 … 8. */
  orientation: number;
  /** How many there are. */
  scans: number;
  /** Whether the decoder has to hold all coefficients until the last of several scans. */
  isBuffered: boolean;
  /** Those that pixels depend on: tables, the frame and its scans. */
  segments: Segment[];
}

const EXIF = "Exif\0\0";

/** Tables that a file may define: four of each kind before each of its scans would be 1,200. */
const MAX_SEGMENTS = 1500;

/**
 * Walks over a JPEG file (T.81, annex B) before the decoder sees any of it: its size, its process,
 * its scans, how it is turned.
 *
 * @throws InputError 400 that says what is wrong with the file, or that its kind is not decoded
 */
export function checkStructure(bytes: Uint8Array): Structure {
  const segments: Segment[] = [];
  const marks = { hasJfif: false, transform: null as number | null };
  let frame: Frame | undefined;
  let scans: Scans = { count: 0, interleaved: false };
  let orientation: number | undefined;

  for (const segment of readSegments(bytes)) {
    const { marker } = segment;
    const parameters = bytes.subarray(segment.parameters, segment.parametersEnd);
    if (isFrame(marker)) {
      if (frame) throw broken("it has a second frame header");
      frame = readFrame(marker, parameters);
    } else if (marker === SOS) {
      if (!frame) throw broken("it has a scan before its frame header");
      scans = countScan(scans, parameters, frame);
    } else if (marker === DHP) {
      throw notDecoded("is hierarchical");
    } else if (marker === APP1 && startsWith(parameters, EXIF)) {
      orientation ??= readOrientation(parameters.subarray(EXIF.length));
    } else if (isJfif(marker, parameters)) {
      marks.hasJfif = true;
    } else if (isAdobe(marker, parameters)) {
      marks.transform = adobeTransform(parameters);
    }
    if (isNeeded(marker)) segments.push(segment);
    if (segments.length > MAX_SEGMENTS) throw broken(`it has more than ${MAX_SEGMENTS} tables`);
  }
  if (!frame || scans.count === 0) throw broken("it has no image data");
  return {
    frame,
    colour: colourSpace(frame, marks),
    orientation: orientation ?? UPRIGHT,
    scans: scans.count,
    isBuffered: frame.progressive || !scans.interleaved,
    segments,
  };
}

/** Whether pixels depend on a segment with this marker. */
function isNeeded(marker: number): boolean {
  return isFrame(marker) || [SOS, DHT, DQT, DRI].includes(marker);
}
