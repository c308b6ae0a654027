import type { LetterTile } from "../../test/drawings/numbers/writing/layout.ts";
import { isDigit } from "../../test/drawings/numbers/writing/letters.ts";
import { type Box, BRIGHT, type Plane } from "../../worker/writing/Plane.ts";

/** A piece is a digit if it has at least this share of its ink, and of every other digit's at most that. */
const MOST_OF_IT = 0.75;
const LITTLE = 0.25;

/** From this share of a pixel on, it is a tile's ink. */
const INKED = 0.5;

const NOBODY = -1;
const SEVERAL = -2;

/** A digit that was drawn, in pixels of the picture that is read. */
export interface DrawnDigit {
  label: number;
  height: number;
  /** Pixels that are of no other digit. */
  area: number;
}

/** Which of a picture's digits its ink is of. */
export interface Owners {
  digits: DrawnDigit[];
  width: number;
  height: number;
  /** [height][width], row-major: the digit's index, or below 0 where there is none or several. */
  owner: Int16Array;
}

/**
 * @param width of the picture that is read, in pixels
 * @param scale pixels of the drawing to one of it
 */
export function ownersOf(
  tiles: readonly LetterTile[],
  { width, height }: { width: number; height: number },
  scale: number,
): Owners {
  const written = tiles.filter(({ char }) => isDigit(char));
  const owner = new Int16Array(width * height).fill(NOBODY);
  written.forEach((tile, index) => {
    tile.ink.forEach((share, i) => {
      const x = Math.floor((tile.left + (i % tile.width)) / scale);
      const y = Math.floor((tile.top + Math.floor(i / tile.width)) / scale);
      if (share < INKED || x < 0 || y < 0 || x >= width || y >= height) return;
      const at = y * width + x;
      owner[at] = owner[at] === NOBODY || owner[at] === index ? index : SEVERAL;
    });
  });
  const areas = written.map(() => 0);
  for (const index of owner) if (index >= 0) areas[index]++;
  const digits = written.map(({ char, height: high }, index) => ({
    label: Number(char),
    height: high / scale,
    area: areas[index],
  }));
  return { digits, width, height, owner };
}

/**
 * The digits of which a cut-out has most.
 *
 * @param cutOut as crop returns it, with a margin of a pixel
 * @param box where its ink is
 */
export function digitsIn(owners: Owners, cutOut: Plane, box: Box): DrawnDigit[] {
  const shares = sharesOf(owners, cutOut, box);
  return owners.digits.filter((_, index) => shares[index] >= MOST_OF_IT);
}

/** The digit that a piece is; undefined where it is less, or more. */
export function digitOf(owners: Owners, cutOut: Plane, box: Box): DrawnDigit | undefined {
  const shares = sharesOf(owners, cutOut, box);
  const most = shares.indexOf(Math.max(...shares));
  const isAlone = shares.every((share, index) => index === most || share <= LITTLE);
  return shares[most] >= MOST_OF_IT && isAlone ? owners.digits[most] : undefined;
}

/** How much of each digit's own ink is in a cut-out, 0 … 1. */
function sharesOf({ digits, width, height, owner }: Owners, cutOut: Plane, box: Box): number[] {
  const pixels = digits.map(() => 0);
  cutOut.levels.forEach((level, i) => {
    if (level < BRIGHT) return;
    const x = box.left - 1 + (i % cutOut.width);
    const y = box.top - 1 + Math.floor(i / cutOut.width);
    if (x < 0 || y < 0 || x >= width || y >= height) return;
    const index = owner[y * width + x];
    if (index >= 0) pixels[index]++;
  });
  return pixels.map((count, index) => count / Math.max(1, digits[index].area));
}
