import type { Point } from "../../../../samples/digits.ts";
import { oneOf, type Random } from "../../chance.ts";
import type { Source } from "../../DrawingSet.ts";
import { mnistHand, type Scan, type ScannedHand } from "../../hands/scans.ts";
import { type Handwriting, realWriter, skeletonWriter } from "../../hands/writers.ts";

/** A digit as somebody wrote it: polylines of any size, y downwards, or a scan. */
export type Glyph = { strokes: Point[][] } | { scan: Scan };

/** Somebody who writes all of a picture. */
export interface Penman {
  source: Source;
  write(label: number, random: Random): Glyph;
}

/** Real handwriting, as far as there is any. */
export interface Hands extends Handwriting {
  scans: readonly ScannedHand[];
}

/** A penman of each source that there is, others with each call. */
export function penmen({ people, mnist, scans }: Hands, random: Random): Penman[] {
  return [
    skeletonWriter(random),
    ...(people.length > 0 ? [realWriter(oneOf(random, people))] : []),
    ...(mnist.length > 0 ? [scanned("MNIST", mnistHand(mnist))] : []),
    ...(scans.length > 0 ? [scanned("scan", oneOf(random, scans))] : []),
  ];
}

function scanned(source: Source, hand: ScannedHand): Penman {
  return { source, write: (label, random) => ({ scan: oneOf(random, hand[label]) }) };
}
