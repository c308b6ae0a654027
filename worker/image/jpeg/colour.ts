import type { Frame } from "./frame.ts";
import { APP0, APP14 } from "./segments.ts";

/** What the components of a JPEG are. */
export type ColourSpace = "grey" | "YCbCr" | "RGB";

/** What the application segments say of colour. */
export interface ColourMarks {
  hasJfif: boolean;
  /** Adobe's transform: 0 for RGB, 1 for YCbCr; null without its segment. */
  transform: number | null;
}

/** Bytes of JFIF's segment without its thumbnail, and of Adobe's. */
const JFIF_BYTES = 14;
const ADOBE_BYTES = 12;

/** The component ids that some programs write for RGB in place of a mark. */
const RGB_IDS = "RGB";

/**
 * The colour space of a frame's components, by the rules that libjpeg follows: JFIF knows only
 * YCbCr, Adobe's segment says which, otherwise the ids tell.
 */
export function colourSpace({ components }: Frame, marks: ColourMarks): ColourSpace {
  if (components.length === 1) return "grey";
  if (marks.hasJfif) return "YCbCr";
  if (marks.transform !== null) return marks.transform === 0 ? "RGB" : "YCbCr";
  return String.fromCharCode(...components.map(({ id }) => id)) === RGB_IDS ? "RGB" : "YCbCr";
}

/** Whether a segment is JFIF's (JFIF 1.02, page 5). */
export function isJfif(marker: number, parameters: Uint8Array): boolean {
  return marker === APP0 && parameters.length >= JFIF_BYTES && startsWith(parameters, "JFIF\0");
}

/** Whether a segment is Adobe's, whose last byte is the transform (Adobe Technical Note 5116). */
export function isAdobe(marker: number, parameters: Uint8Array): boolean {
  return marker === APP14 && parameters.length >= ADOBE_BYTES && startsWith(parameters, "Adobe");
}

/** Adobe's transform. */
export function adobeTransform(parameters: Uint8Array): number {
  return parameters[ADOBE_BYTES - 1];
}

/** Whether parameters start with a text. */
export function startsWith(parameters: Uint8Array, text: string): boolean {
  return [...text].every((letter, i) => parameters[i] === letter.charCodeAt(0));
}
