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
  const pieces = bestPath(lattice, height);
  if (pieces.length < 2) return pieces;
  const heights = pieces.map((piece) => piece.box.height).sort((a, b) => a - b);
  return bestPath(lattice, heights[heights.length >> 1]);
};

/** The pieces of the path through a lattice that is worth most (Viterbi 1967). */
function bestPath({ seams, edges }: Lattice, height: number): Piece[] {
  const best: { worth: number; edge: Edge | null }[] = seams.map((_, i) => ({
    worth: i === 0 ? 0 : -Infinity,
    edge: null,
  }));
  for (const edge of edges) {
    const { from, to, candidate } = edge;
    const worth = best[from].worth + (candidate ? worthOf(candidate, height) : 0);
    if (worth > best[to].worth) best[to] = { worth, edge };
  }
  const pieces: Piece[] = [];
  for (let edge = best[seams.length - 1].edge; edge; edge = best[edge.from].edge) {
    if (!edge.candidate) continue;
    const { piece, before, after } = edge.candidate;
    pieces.unshift({ ...piece, isCut: before.ink > 0 || after.ink > 0 });
  }
  return pieces;
}
