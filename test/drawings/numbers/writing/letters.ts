import type { Point } from "../../../../samples/digits.ts";
import { between, gaussian, type Random, type Range } from "../../chance.ts";
import type { Glyph, Penman } from "./penmen.ts";
import { signStrokes } from "./signs.ts";

/** How evenly somebody writes. Lengths are shares of a digit's height. */
export interface Evenness {
  /** What lies between two neighbours where they come closest; negative where they overlap. */
  gap: Range;
  /** By how much a digit is taller or smaller than the others: a standard deviation. */
  heights: number;
  /** By how much a digit stands above or below its row: a standard deviation. */
  bounce: number;
  /** Degrees by which a digit is turned: a standard deviation. */
  turn: number;
}

/** A digit, a sign or a space, before anyone knows where it goes. */
export interface Letter extends Pick<Evenness, "turn"> {
  char: string;
  /** Null of a space and a tab. */
  glyph: Glyph | { sign: Point[][] } | null;
  /** Shares of the row's height: its own, how far down it stands, and what lies before it. */
  height: number;
  drop: number;
  gap: number;
}

/** The most standard deviations by which a digit's height differs. */
const MOST = 2;

/** What somebody writes in a row: digits, signs, spaces, and tabs that lead to the next column. */
export function lettersOf(
  text: string,
  penman: Penman,
  { gap, heights, bounce, turn }: Evenness,
  random: Random,
): Letter[] {
  return [...text].map((char) => {
    const off = Math.max(-MOST, Math.min(MOST, gaussian(random)));
    return {
      char,
      glyph: glyphOf(char, penman, random),
      height: isDigit(char) ? 1 + heights * off : 1,
      drop: bounce * gaussian(random),
      turn: (Math.PI / 180) * turn * gaussian(random),
      gap: between(random, gap),
    };
  });
}

export function isDigit(char: string): boolean {
  return char >= "0" && char <= "9";
}

function glyphOf(char: string, penman: Penman, random: Random): Letter["glyph"] {
  if (isDigit(char)) return penman.write(Number(char), random);
  return char === " " || char === "\t" ? null : { sign: signStrokes(char, random) };
}
