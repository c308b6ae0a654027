/** A marker segment of a JPEG file and, behind a scan's header, the scan's data. */
export interface Part {
  marker: number;
  parameters: Uint8Array;
  scan?: Uint8Array;
}

const SOI = Buffer.from([0xff, 0xd8]);
export const EOI = Buffer.from([0xff, 0xd9]);

/** Takes a sound JPEG file apart, by its lengths and the markers behind its scans. */
export function disassemble(file: Uint8Array): Part[] {
  const bytes = Buffer.from(file);
  const parts: Part[] = [];
  for (let at = SOI.length; bytes[at + 1] !== EOI[1]; ) {
    const marker = bytes[at + 1];
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const part: Part = { marker, parameters: bytes.subarray(at + 4, end) };
    at = end;
    if (marker === 0xda) {
      while (bytes[at] !== 0xff || bytes[at + 1] === 0 || (bytes[at + 1] & 0xf8) === 0xd0) at++;
      part.scan = bytes.subarray(end, at);
    }
    parts.push(part);
  }
  return parts;
}

/** Puts a file together again. */
export function reassemble(parts: Part[]): Buffer {
  return Buffer.concat([SOI, ...parts.map(encodePart), EOI]);
}

/** One segment's bytes, its scan's data included. */
export function encodePart({ marker, parameters, scan = Buffer.alloc(0) }: Part): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(parameters.length + 2, 2);
  return Buffer.concat([head, parameters, scan]);
}

/** The file with Exif data as its first segment. */
export function withExif(file: Uint8Array, tiff: Uint8Array): Buffer {
  const parameters = Buffer.concat([Buffer.from("Exif\0\0"), tiff]);
  return reassemble([{ marker: 0xe1, parameters }, ...disassemble(file)]);
}
