/** What a JPEG file starts with: SOI and the first byte of the marker behind it (T.81, B.1.1.3). */
const SIGNATURE = [0xff, 0xd8, 0xff];

/** Whether bytes start as a JPEG file does. */
export function isJpeg(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}
