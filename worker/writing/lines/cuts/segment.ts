import type { Judge } from "../../Judge.ts";
import type { Box, Plane } from "../../Plane.ts";
import type { Piece } from "../piece.ts";
import { type Edge, latticeOf } from "./lattice.ts";

/** What cutting through so much ink as the digits are high costs, in log-odds. */
const CUT = 2;

/** What each digit costs more than one. */
const DIGIT = 0;

/**
 * Parts writing that touches into digits: of all ways to take some of its seams, the one whose pieces look most like digits.
 *
 * @param cutOut as crop returns it
 * @param box where its ink is
 * @param height of a digit, in pixels
 */
export function segment(cutOut: Plane, box: Box, height: number, judge: Judge): Piece[] {
  const { seams, edges } = latticeOf(cutOut, box, height, judge);
  const best: { cost: number; edge: Edge | null }[] = seams.map((_, i) => ({
    cost: i === 0 ? 0 : Infinity,
    edge: null,
  }));
  for (const edge of edges) {
    const cost = best[edge.from].cost + costOf(edge);
    if (cost < best[edge.to].cost) best[edge.to] = { cost, edge };
  }
  const pieces: Piece[] = [];
  for (let edge = best[seams.length - 1].edge; edge; edge = best[edge.from].edge) {
    if (edge.piece) pieces.unshift(edge.piece);
  }
  return pieces;
}

function costOf({ piece, ink }: Edge): number {
  if (!piece) return 0;
  return Math.log1p(Math.exp(-piece.odds)) + CUT * ink + DIGIT;
}
