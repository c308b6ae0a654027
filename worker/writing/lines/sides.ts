import { isOne, type Piece } from "./piece.ts";

/** A line is drawn with another pen than the digits if it has less than this share of their strokes' thickness. */
const THIN = 0.62;

/**
 * Leaves out the sides of boxes and the margins that were read as 1s: lines that are thinner than what is
 * written.
 */
export function withoutSides(rows: Piece[][]): Piece[][] {
  const thick = rows
    .flat()
    .filter((piece) => !isOne(piece))
    .map(({ area, outline }) => (2 * area) / outline)
    .sort((a, b) => a - b);
  if (thick.length === 0) return rows;
  const least = THIN * thick[thick.length >> 1];
  return rows.map((row) =>
    row.filter((piece) => !isOne(piece) || piece.area >= least * piece.box.height),
  );
}
