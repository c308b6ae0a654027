import { broken, notDecoded } from "./refusals.ts";
import { DAC, DHT, JPG, SOF0, SOF15, SOF55 } from "./segments.ts";

/** Samples along a block's side. */
export const BLOCK = 8;

/** A component of a frame: luma, say. */
export interface Component {
  /** By which scans name it. */
  id: number;
  /** Samples, beside those of the component that has most: 1 … 4, across and down. */
  horizontal: number;
  vertical: number;
  /** Blocks of 8×8 samples. */
  blocks: number;
}

/** A frame header (T.81, B.2.2). */
export interface Frame {
  width: number;
  height: number;
  progressive: boolean;
  components: Component[];
}

/** Whether a marker starts a frame of any process, JPEG-LS's included. */
export function isFrame(marker: number): boolean {
  const apart = marker === DHT || marker === JPG || marker === DAC;
  return (marker >= SOF0 && marker <= SOF15 && !apart) || marker === SOF55;
}

/**
 * Reads a frame header.
 *
 * @param parameters behind its length
 * @throws InputError 400 if it is not legal, or of a process that is not decoded
 */
export function readFrame(marker: number, parameters: Uint8Array): Frame {
  checkProcess(marker);
  const count = parameters[5] ?? 0;
  if (parameters.length !== 6 + 3 * count || count === 0) {
    throw broken(`its frame header has ${parameters.length} bytes for ${count} components`);
  }
  const [precision] = parameters;
  if (precision !== 8) throw notDecoded(`has ${precision} bits a sample`);
  const height = (parameters[1] << 8) | parameters[2];
  const width = (parameters[3] << 8) | parameters[4];
  if (height === 0 && width > 0) throw notDecoded("gives its height behind its first scan");
  if (width === 0) throw broken(`its frame header says ${width}×${height} pixels`);
  if (count === 4) throw notDecoded("is CMYK, made for print");
  if (count !== 1 && count !== 3) throw notDecoded(`has ${count} components`);
  return {
    width,
    height,
    progressive: marker === SOF0 + 2,
    components: readComponents(parameters.subarray(6), width, height),
  };
}

/** Sequential and progressive DCT with Huffman coding are decoded: SOF0, SOF1 and SOF2. */
function checkProcess(marker: number): void {
  if (marker <= SOF0 + 2) return;
  if (marker === SOF55) throw notDecoded("is lossless (JPEG-LS)");
  // Table B.1 has them in fours: bit 3 means arithmetic coding, bit 2 a hierarchical file's
  // differential frames, and the last of each four is lossless.
  const process = marker - SOF0;
  if (process & 0b100) throw notDecoded("is hierarchical");
  if ((process & 0b011) === 0b011) throw notDecoded("is lossless");
  throw notDecoded("uses arithmetic coding");
}

function readComponents(parameters: Uint8Array, width: number, height: number): Component[] {
  const components = Array.from({ length: parameters.length / 3 }, (_, i) => {
    const [id, factors] = parameters.subarray(3 * i);
    return { id, horizontal: factors >> 4, vertical: factors & 15 };
  });
  if (components.some(({ horizontal: h, vertical: v }) => h < 1 || h > 4 || v < 1 || v > 4)) {
    throw broken("its frame header has a sampling factor that is not 1 to 4");
  }
  const most = {
    horizontal: Math.max(...components.map(({ horizontal }) => horizontal)),
    vertical: Math.max(...components.map(({ vertical }) => vertical)),
  };
  return components.map((component) => ({
    ...component,
    blocks:
      Math.ceil((width * component.horizontal) / most.horizontal / BLOCK) *
      Math.ceil((height * component.vertical) / most.vertical / BLOCK),
  }));
}
