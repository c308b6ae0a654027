import type { Point } from "../../../samples/digits.ts";
import { centreByMass } from "../../../samples/stroke.ts";
import { ink } from "../picture/ink.ts";
import { placed } from "../picture/placed.ts";
import { SIDE } from "./handwriting.ts";

/** MNIST's digits fill 20 of their 28 pixels, and their lines are about so wide. */
const HEIGHT = 20;
const LINE = 2.6;

/** Draws strokes as MNIST's digits are: light on dark, within 20×20, centred by their mass. */
export function rasterise28(strokes: readonly Point[][]): Uint8Array {
  const edge = (SIDE - HEIGHT) / 2;
  const area = { left: edge - 1, top: edge - 1, width: HEIGHT + 2, height: HEIGHT + 2 };
  const pen = { width: LINE, tip: "round" as const };
  const { lines } = placed(strokes, area, { height: HEIGHT, width: LINE, astray: 0 }, () => 0);
  const { ink: shares } = centreByMass(ink(SIDE, SIDE, lines, pen));
  return Uint8Array.from(shares, (share) => Math.round(255 * share));
}
