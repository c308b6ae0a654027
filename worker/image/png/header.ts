import { broken } from "./broken.ts";

/** IHDR, in the PNG specification's terms (section 11.2.1). */
export interface Header {
  width: number;
  height: number;
  /** Bits per sample. */
  depth: number;
  colourType: number;
  interlaced: boolean;
}

/** The colour type whose samples are places in a palette. */
export const INDEXED = 3;

/** Samples per pixel and the depths allowed, by colour type (PNG specification, section 11.2.1). */
const colourTypes = new Map([
  [0, { samples: 1, depths: [1, 2, 4, 8, 16] }],
  [2, { samples: 3, depths: [8, 16] }],
  [INDEXED, { samples: 1, depths: [1, 2, 4, 8] }],
  [4, { samples: 2, depths: [8, 16] }],
  [6, { samples: 4, depths: [8, 16] }],
]);

/** Bytes of IHDR's data. */
const HEADER_BYTES = 13;

/**
 * Reads IHDR's data.
 *
 * @throws InputError 400 if it is not a legal header
 */
export function readHeader(data: Uint8Array): Header {
  if (data.length !== HEADER_BYTES) {
    throw broken(`its header has ${data.length} bytes instead of ${HEADER_BYTES}`);
  }
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth, colourType, compression, filter, interlace] = data.subarray(8);

  if (width === 0 || height === 0) {
    throw broken(`its header says ${width}×${height} pixels, which is no image`);
  }
  if (!colourTypes.get(colourType)?.depths.includes(depth)) {
    throw broken(`PNG has no colour type ${colourType} with ${depth}-bit samples`);
  }
  if (compression !== 0 || filter !== 0 || interlace > 1) {
    throw broken(
      `its header names compression ${compression}, filter ${filter} and interlace ${interlace}, ` +
        "where only 0, 0 and 0 or 1 exist",
    );
  }
  return { width, height, depth, colourType, interlaced: interlace === 1 };
}

/** Samples per pixel. */
export function samplesPerPixel({ colourType }: Header): number {
  return colourTypes.get(colourType)?.samples ?? 0;
}

/** Bits per pixel. */
export function pixelBits(header: Header): number {
  return samplesPerPixel(header) * header.depth;
}

/** Bytes of a row of so many pixels, without its filter byte. */
export function rowBytes(header: Header, width: number): number {
  return Math.ceil((width * pixelBits(header)) / 8);
}
