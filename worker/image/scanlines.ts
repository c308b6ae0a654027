import { InputError } from "../errors.ts";
import { type Header, rowBytes } from "./header.ts";

/** First column and row of each Adam7 pass, and the steps to the next (PNG specification, 8.1). */
const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** The highest filter type that exists, Paeth (PNG specification, 9.2). */
const LAST_FILTER = 4;

/** Rows of equal length as they follow each other in the image data. */
interface Pass {
  rows: number;
  /** Bytes of a row and of the filter type before it. */
  bytes: number;
}

/** The image itself, or the passes that an interlaced one is cut into, empty ones left out. */
function passes(header: Header): Pass[] {
  const { width, height } = header;
  const steps = header.interlaced ? adam7 : ([[0, 0, 1, 1]] as const);
  return steps
    .map(([x, y, stepX, stepY]) => ({
      columns: Math.ceil((width - x) / stepX),
      rows: Math.ceil((height - y) / stepY),
    }))
    .filter(({ columns, rows }) => columns > 0 && rows > 0)
    .map(({ columns, rows }) => ({ rows, bytes: 1 + rowBytes(header, columns) }));
}

/** Bytes that the image data inflates to. */
export function inflatedBytes(header: Header): number {
  return passes(header).reduce((total, { rows, bytes }) => total + rows * bytes, 0);
}

/**
 * Checks that every row of the inflated image data has a filter type that exists.
 *
 * @throws InputError 400
 */
export function checkFilters(data: Uint8Array, header: Header): void {
  let at = 0;
  for (const { rows, bytes } of passes(header)) {
    for (let row = 0; row < rows; row++, at += bytes) {
      const filter = data[at];
      if (filter > LAST_FILTER) {
        throw new InputError(400, `The PNG is broken: a row has filter type ${filter} of 0 to 4.`);
      }
    }
  }
}
