/** A format of pictures that is not decoded. */
interface Format {
  name: string;
  /** What to do about it, where it is not to convert the file. */
  advice?: string;
  is(bytes: Uint8Array): boolean;
}

const CONVERT = "Convert it to PNG or JPEG and send it again.";

/** Bytes in which SVG's root element is looked for, behind a declaration and comments. */
const SVG_HEAD = 1024;

const FORMATS: readonly Format[] = [
  { name: "WebP", is: (bytes) => has(bytes, 0, "RIFF") && has(bytes, 8, "WEBP") },
  { name: "AVIF", is: isBrand("avif", "avis") },
  {
    name: "HEIC (HEIF)",
    advice:
      "Convert it to JPEG and send it again; an iPhone makes JPEGs under Settings, Camera, Formats, " +
      "Most Compatible.",
    is: isBrand("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "mif2", "msf1"),
  },
  { name: "GIF", is: (bytes) => has(bytes, 0, "GIF87a") || has(bytes, 0, "GIF89a") },
  { name: "BMP", is: (bytes) => has(bytes, 0, "BM") && has(bytes, 6, "\0\0\0\0") },
  { name: "TIFF", is: isAnyOf("II*\0", "MM\0*", "II+\0", "MM\0+") },
  { name: "JPEG 2000", is: isAnyOf("\0\0\0\x0cjP  ", "\xff\x4f\xff\x51") },
  { name: "JPEG XL", is: isAnyOf("\0\0\0\x0cJXL ", "\xff\x0a") },
  {
    name: "PDF",
    advice: "Export its page as PNG or JPEG and send that.",
    is: isAnyOf("%PDF-"),
  },
  {
    name: "SVG",
    advice: "Export it as PNG and send that.",
    is: (bytes) => has(bytes.subarray(skipSpace(bytes)), 0, "<") && /<svg[\s>]/.test(head(bytes)),
  },
];

/**
 * Says which of the known formats bytes are in, of those that are not decoded, and what to do.
 *
 * @returns two sentences; null where the format is not known
 */
export function describeOtherFormat(bytes: Uint8Array): string | null {
  const format = FORMATS.find(({ is }) => is(bytes));
  return format ? `The image is ${format.name}. ${format.advice ?? CONVERT}` : null;
}

function isAnyOf(...signatures: string[]): Format["is"] {
  return (bytes) => signatures.some((signature) => has(bytes, 0, signature));
}

/** Whether a file of ISO's base media format is of one of some brands (ISO 14496-12, 4.3). */
function isBrand(...brands: string[]): Format["is"] {
  return (bytes) => has(bytes, 4, "ftyp") && brands.some((brand) => has(bytes, 8, brand));
}

/** Whether characters up to 0xFF stand at a place, each as a byte. */
function has(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((character, i) => bytes[at + i] === character.charCodeAt(0));
}

function head(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes.subarray(0, SVG_HEAD));
}

/** Where a text starts behind a byte order mark and white space. */
function skipSpace(bytes: Uint8Array): number {
  return /^(\xef\xbb\xbf)?\s*/.exec(head(bytes))?.[0].length ?? 0;
}
