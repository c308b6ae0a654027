/** Formats that are not decoded: what their files start with, a byte a character, and the refusal. */
export const otherFormats: [name: string, start: string, message: RegExp][] = [
  ["WebP", "RIFF\x1a\0\0\0WEBPVP8 ", /is WebP\. Convert it to PNG or JPEG/],
  ["HEIC", "\0\0\0\x18ftypheic\0\0\0\0", /is HEIC \(HEIF\)\. Convert it to JPEG/],
  ["HEIF of another brand", "\0\0\0\x18ftypmif1\0\0\0\0", /is HEIC \(HEIF\)\. Convert/],
  ["AVIF", "\0\0\0\x20ftypavif\0\0\0\0", /is AVIF\. Convert/],
  ["GIF", "GIF89a\x01\0\x01\0", /is GIF\. Convert/],
  ["BMP", "BM\x46\0\0\0\0\0\0\0\x36\0\0\0", /is BMP\. Convert/],
  ["TIFF", "II*\0\x08\0\0\0", /is TIFF\. Convert/],
  ["TIFF, big-endian", "MM\0*\0\0\0\x08", /is TIFF\. Convert/],
  ["JPEG 2000", "\0\0\0\x0cjP  \r\n\x87\n", /is JPEG 2000\. Convert/],
  ["JPEG XL", "\xff\x0a\xfa\x7f", /is JPEG XL\. Convert/],
  ["SVG", '<svg xmlns="http://www.w3.org/2000/svg">', /is SVG\. Export it as PNG/],
  [
    "SVG behind a declaration",
    '\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a 7 -->\n<svg viewBox="0 0 9 9">',
    /is SVG\. Export it as PNG/,
  ],
  ["PDF", "%PDF-1.7\n", /is PDF\. Export its page/],
];
