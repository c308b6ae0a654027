import UPNG from "upng-js";
import { broken } from "./broken.ts";
import type { Header } from "./header.ts";

/** Undoes the filters of rows in a way of its own. */
export type Unfilter = (columns: number, rows: number) => void;

/** upng-js's own way. */
const filterZero = UPNG.decode._filterZero;
UPNG.decode._filterZero = (data, image, at, columns, rows) => {
  if (!image.unfilter) return filterZero(data, image, at, columns, rows);
  image.unfilter(columns, rows);
  return data;
};

/**
 * Has upng-js decode rows that are inflated.
 *
 * @param data the rows, each with its filter type in front; afterwards they follow one another without it
 * @param unfilter takes the place of the slow part
 */
export function decodeRows(
  data: Uint8Array,
  { depth, colourType }: Header,
  columns: number,
  rows: number,
  unfilter?: Unfilter,
): void {
  // Inflated already, and of one pass.
  const image = { compress: 1, interlace: 0, depth, ctype: colourType, unfilter } as const;
  UPNG.decode._decompress(image, data, columns, rows);
}

/** The refusal of a row's filter type (PNG specification, section 9.2). */
export function unknownFilter(filter: number): Error {
  return broken(`a row has filter type ${filter} of 0 to 4`);
}
