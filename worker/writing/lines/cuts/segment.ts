import type { Piece } from "../piece.ts";
import type { Segment } from "../Segment.ts";
import { type Edge, type Lattice, latticeOf } from "./lattice.ts";
import { worthOf } from "./worth.ts";

/**
 * Parts writing that touches into digits: of all ways to take some of its seams, the one whose pieces look most
 * like digits.
 * The heights of the first pieces correct the one that is known, for those that are taken.
 */
export const segment: Segment = (cutOut, box, height, judge) => {
  const lattice = latticeOf(cutOut, box, height, judge);
  const worths = lattice.edges.map(({ candidate }) => candidate && worthOf(candidate));
  const pieces = bestPath(lattice, worths, height);
  if (pieces.length < 2) return pieces;
  const heights = pieces.map((piece) => piece.box.height).sort((a, b) => a - b);
  return bestPath(lattice, worths, heights[heights.length >> 1]);
};

/**
 * The pieces of the path through a lattice that is worth most (Viterbi 1967).
 *
 * @param worths of the edges, by the height of a digit
 */
function bestPath(
  { seams, edges }: Lattice,
  worths: (((height: number) => number) | null)[],
  height: number,
): Piece[] {
  const best: { worth: number; edge: Edge | null }[] = seams.map((_, i) => ({
    worth: i === 0 ? 0 : -Infinity,
    edge: null,
  }));
  edges.forEach((edge, i) => {
    const worth = best[edge.from].worth + (worths[i]?.(height) ?? 0);
    if (worth > best[edge.to].worth) best[edge.to] = { worth, edge };
  });
  const pieces: Piece[] = [];
  for (let edge = best[seams.length - 1].edge; edge; edge = best[edge.from].edge) {
    if (!edge.candidate) continue;
    const { piece, before, after } = edge.candidate;
    pieces.unshift({ ...piece, isCut: before.ink > 0 || after.ink > 0 });
  }
  return pieces;
}
