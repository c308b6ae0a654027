/** TIFF's byte orders, "II" and "MM", and the number 42 that follows (TIFF 6.0, section 2). */
const LITTLE_ENDIAN = 0x4949;
const BIG_ENDIAN = 0x4d4d;
const MAGIC = 42;

/** Bytes of TIFF's header, of a directory's count of entries, and of an entry. */
const HEADER = 8;
const COUNT = 2;
const ENTRY = 12;

/** The tag Orientation, and the type of its value (Exif 2.32, section 4.6.4). */
const ORIENTATION = 0x0112;
const SHORT = 3;

/** Orientation's value where the picture is stored upright, and the last that has a meaning. */
export const UPRIGHT = 1;
const LAST = 8;

/**
 * Reads how a picture is turned from its Exif data: the first valid tag Orientation of its first
 * directory.
 *
 * Damaged data counts as absent, as in Chromium: the picture itself may well be whole.
 *
 * @param tiff from TIFF's header on, as PNG's eXIf has it and JPEG's APP1 behind "Exif\0\0"
 * @returns 1 … 8; 1 where the tag is absent or not valid
 */
export function readOrientation(tiff: Uint8Array): number {
  if (tiff.length < HEADER) return UPRIGHT;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const order = view.getUint16(0);
  if (order !== LITTLE_ENDIAN && order !== BIG_ENDIAN) return UPRIGHT;
  const little = order === LITTLE_ENDIAN;
  if (view.getUint16(2, little) !== MAGIC) return UPRIGHT;

  const directory = view.getUint32(4, little);
  if (directory + COUNT > tiff.length) return UPRIGHT;
  const first = directory + COUNT;
  const entries = Math.min(
    view.getUint16(directory, little),
    Math.floor((tiff.length - first) / ENTRY),
  );
  for (let at = first; at < first + entries * ENTRY; at += ENTRY) {
    const isOrientation =
      view.getUint16(at, little) === ORIENTATION &&
      view.getUint16(at + 2, little) === SHORT &&
      view.getUint32(at + 4, little) === 1;
    const value = view.getUint16(at + 8, little);
    if (isOrientation && value >= UPRIGHT && value <= LAST) return value;
  }
  return UPRIGHT;
}
