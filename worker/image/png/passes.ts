import { type Header, rowBytes } from "./header.ts";

/** An image that is spread over another: every stepX-th pixel of every stepY-th row. */
export interface Pass {
  x: number;
  y: number;
  stepX: number;
  stepY: number;
  columns: number;
  rows: number;
  /** Bytes of a row, without the filter type before it. */
  rowBytes: number;
}

/** First column and row of each Adam7 pass, and the steps to the next (PNG specification, 8.1). */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];

/** The passes that an interlaced image is cut into, without empty ones; otherwise the image. */
export function passes(header: Header): Pass[] {
  const { width, height, interlaced } = header;
  const pass = (x: number, y: number, stepX: number, stepY: number): Pass => {
    const columns = Math.ceil((width - x) / stepX);
    const rows = Math.ceil((height - y) / stepY);
    return { x, y, stepX, stepY, columns, rows, rowBytes: rowBytes(header, columns) };
  };
  if (!interlaced) return [pass(0, 0, 1, 1)];
  return ADAM7.map(([x, y, stepX, stepY]) => pass(x, y, stepX, stepY)).filter(
    ({ columns, rows }) => columns > 0 && rows > 0,
  );
}

/** Bytes that image data of these passes inflates to: their rows, and a filter type before each. */
export function inflatedBytes(passes: Pass[]): number {
  return passes.reduce((total, pass) => total + pass.rows * (1 + pass.rowBytes), 0);
}
