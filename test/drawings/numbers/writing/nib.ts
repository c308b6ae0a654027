import { between, type Random, type Range } from "../../chance.ts";
import type { Tip } from "../../picture/ink.ts";

/** What a glyph is drawn with. */
export interface Nib {
  /** Pixels across a line. */
  width: number;
  tip: Tip;
  /** The level of a scan, 0 … 255, from which on it is ink: the lower, the bolder the pen. */
  cut: number;
}

/** What numbers are written with, whatever their size. */
export interface Pen {
  /** The line's width as a share of a digit's height, but for scans, and its least one in pixels. */
  line?: Range;
  least?: number;
  tip?: Tip;
}

const CUT: Range = [90, 150];

/** Chooses a nib of a pen's, by the height of a digit in pixels. */
export function nibOf(
  { line = [0.07, 0.11], least = 1.5, tip = "round" }: Pen,
  random: Random,
): (height: number) => Nib {
  const [share, cut] = [between(random, line), between(random, CUT)];
  return (height) => ({ width: Math.max(least, share * height), tip, cut });
}
