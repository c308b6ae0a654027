import type { Judge } from "../../Judge.ts";
import type { Box, Plane } from "../../Plane.ts";
import { type Piece, pieceOf } from "../piece.ts";
import { boxBetween, cutBetween } from "./between.ts";
import { type Seam, seams } from "./seams.ts";

/** A digit's least and greatest size, as shares of the typical height; what stands apart may be wider. */
const NARROWEST = 0.08;
const WIDEST = 1.4;
const WIDEST_APART = 2.4;
const LOWEST = 0.35;

/** A piece that may be a digit. */
export interface Candidate {
  piece: Piece;
  /** The seams that it lies between. */
  before: Seam;
  after: Seam;
  /** Whether there is nothing of the writing before it, or after it. */
  isFirst: boolean;
  isLast: boolean;
  /** How far its ink is from the top and the bottom of the writing's, in pixels. */
  above: number;
  below: number;
}

/** From one seam to another, by their numbers. */
export interface Edge {
  from: number;
  to: number;
  /** Null where there is no ink between them. */
  candidate: Candidate | null;
}

/** All pieces that lie between two seams and may be digits. */
export interface Lattice {
  seams: Seam[];
  /** By the second seam, and then by the first. */
  edges: Edge[];
}

/**
 * @param cutOut as crop returns it
 * @param box where its ink is
 * @param height of a digit, in pixels
 */
export function latticeOf(cutOut: Plane, box: Box, height: number, judge: Judge): Lattice {
  const ways = seams(cutOut, height);
  const edges: Edge[] = [];
  for (let to = 1; to < ways.length; to++) {
    let isWide = false;
    for (let from = to - 1; from >= 0; from--) {
      const isApart = ways[from].ink + ways[to].ink === 0;
      if (isWide && !isApart) continue;
      const inked = boxBetween(ways[from], ways[to]);
      if (!inked) {
        edges.push({ from, to, candidate: null });
        continue;
      }
      const { width, height: high, left, top } = inked;
      isWide ||= width > WIDEST * height;
      if (width > WIDEST_APART * height) break;
      if (isWide && !isApart) continue;
      if (width < NARROWEST * height || high < LOWEST * height) continue;
      const at = { ...inked, left: box.left + left - 1, top: box.top + top - 1 };
      const part = cutBetween(cutOut, inked, ways[from], ways[to], judge.steps);
      const piece = pieceOf(part, at, judge);
      edges.push({
        from,
        to,
        candidate: {
          piece,
          before: ways[from],
          after: ways[to],
          isFirst: from === 0,
          isLast: to === ways.length - 1,
          above: at.top - box.top,
          below: box.top + box.height - at.top - at.height,
        },
      });
    }
  }
  return { seams: ways, edges };
}
