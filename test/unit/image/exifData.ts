/** An entry of a TIFF directory whose value lies in the entry itself. */
export interface Entry {
  tag: number;
  /** 2 for ASCII, 3 for SHORT, 4 for LONG. */
  type: number;
  count: number;
  value: number;
}

/** What may be unusual about Exif data. */
interface Form {
  little?: boolean;
  magic?: number;
  /** Where the directory stands. */
  directory?: number;
  /** How many entries it says it has. */
  count?: number;
}

/** Exif data, a TIFF file of one directory. */
export function exifData(entries: Entry[], form: Form = {}): Buffer {
  const { little = true, magic = 42, directory = 8, count = entries.length } = form;
  const bytes = Buffer.alloc(directory + 2 + 12 * entries.length + 4);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  bytes.write(little ? "II" : "MM", "latin1");
  view.setUint16(2, magic, little);
  view.setUint32(4, directory, little);
  view.setUint16(directory, count, little);
  entries.forEach(({ tag, type, count, value }, i) => {
    const at = directory + 2 + 12 * i;
    view.setUint16(at, tag, little);
    view.setUint16(at + 2, type, little);
    view.setUint32(at + 4, count, little);
    if (type === 3) view.setUint16(at + 8, value, little);
    else view.setUint32(at + 8, value, little);
  });
  return bytes;
}

/** Exif data that says nothing but how a picture is turned. */
export function exifOrientation(value: number): Buffer {
  return exifData([{ tag: 0x0112, type: 3, count: 1, value }]);
}
