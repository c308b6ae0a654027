import { type GreyImages, readIdxPair } from "../../../worker/files/idx.ts";
import type { Half, Written } from "./handwriting.ts";

/** A digit as it was scanned: grey levels [side][side], light on dark. */
export interface Scan {
  side: number;
  levels: Uint8Array;
}

/** The digits of one person, or of several who cannot be told apart, by label. */
export type ScannedHand = Scan[][];

const CLASSES = 10;

/** The ground is as light as half of a scan's pixels, and the darkest ink as this share of them. */
const DARKEST = 0.01;

/** What differs so much of the darkest ink's contrast from the ground is all ink. */
const FULL = 0.75;

/**
 * The scanned digits of other people than MNIST's: no network here was trained on those that validate.
 *
 * @param folder where the pair of IDX files is
 * @throws Error that names the file that is missing or broken
 */
export function readScans(folder: string, half: Half = "validation"): ScannedHand[] {
  return byWriter(readIdxPair(folder, `swiss-${half}`));
}

/** MNIST's digits: it does not say who wrote which. */
export function mnistHand(digits: readonly Written[]): ScannedHand {
  return byLabel(digits.map(({ label, levels }) => ({ label, scan: { side: 28, levels } })));
}

interface LabelledScan {
  label: number;
  scan: Scan;
}

/**
 * A set that is sorted by label within each writer has a new writer where the label falls. One that
 * is not sorted does not tell its writers.
 */
function byWriter(images: GreyImages): ScannedHand[] {
  const scans = Array.from({ length: images.count }, (_, i) => scanOf(images, i));
  const starts = scans.flatMap(({ label }, i) => (i > 0 && label < scans[i - 1].label ? [i] : []));
  const hands = [0, ...starts].map((start, k) => byLabel(scans.slice(start, starts[k])));
  const isSorted = hands.every((hand) => hand.every((written) => written.length > 0));
  return isSorted ? hands : [byLabel(scans)];
}

function byLabel(scans: readonly LabelledScan[]): ScannedHand {
  const labelled = Map.groupBy(scans, ({ label }) => label);
  return Array.from({ length: CLASSES }, (_, label) =>
    (labelled.get(label) ?? []).map(({ scan }) => scan),
  );
}

/** A scan with its ink at 255 and its ground at 0, whichever was the darker. */
function scanOf({ width, height, pixels, labels }: GreyImages, i: number): LabelledScan {
  const levels = pixels.subarray(i * width * height, (i + 1) * width * height);
  const sorted = levels.toSorted();
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))];
  const ground = at(0.5);
  const [dark, light] = [at(DARKEST), at(1 - DARKEST)];
  const ink = ground - dark > light - ground ? dark : light;
  const stretched = levels.map((level) =>
    Math.min(255, Math.max(0, (255 * (level - ground)) / (FULL * (ink - ground)))),
  );
  return { label: labels[i], scan: { side: width, levels: stretched } };
}
