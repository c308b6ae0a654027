import type { Point } from "../../../../samples/digits.ts";
import type { Box } from "../../picture/Picture.ts";
import { shiftToTouch } from "./kerning.ts";
import type { Letter } from "./letters.ts";
import type { Nib } from "./nib.ts";
import { digitTile, lineWidth, scanTile, strokeTile, type Tile } from "./tile.ts";

/** How rows run. Lengths are shares of a digit's height. */
export interface Course {
  /** From the top of a row to the next one's. */
  pitch: number;
  /** Radians by which rows rise or fall, clockwise. */
  slope: number;
  /** A wave along the rows, none of height 0. */
  wave: { height: number; length: number; phase: number };
  /** Radians that every digit is turned. */
  turn: number;
  /** From the start of a column to the next one's, where there are tabs. */
  column: number;
}

/** The tile of a letter. */
export interface LetterTile extends Tile {
  char: string;
}

/** Shares of a digit's height: a space's width, and how far up and down neighbours are kept apart. */
const SPACE = 0.6;
const REACH = 0.1;

/** How many letters before a letter may be in its way. */
const NEIGHBOURS = 3;

/**
 * Lays rows of letters out, in pixels from anywhere.
 *
 * @param height of a digit in pixels
 * @returns of each row its letters' tiles, spaces left out
 */
export function layOut(
  rows: readonly Letter[][],
  height: number,
  course: Course,
  nib: Nib,
): LetterTile[][] {
  return rows.map((letters, row) => {
    const tiles: LetterTile[] = [];
    const sign = { ...nib, width: signLine(letters, height, nib) };
    let blank = 0;
    let column = 0;
    for (const letter of letters) {
      if (letter.char === " ") blank += SPACE * height;
      if (letter.char === "\t") column++;
      if (!letter.glyph) continue;
      const last = tiles.at(-1);
      const near = last ? last.left + last.width + blank : 0;
      const from = Math.max(near, column * course.column * height);
      const drop = row * course.pitch + letter.drop + fall(from / height, course);
      const tile = tileOf(letter, height, drop, course, "sign" in letter.glyph ? sign : nib);
      tile.left += Math.round(from);
      const isClose = blank === 0 && from === near;
      if (last && isClose) tile.left += kern(tiles, tile, letter.gap * height, height);
      tiles.push(tile);
      blank = 0;
    }
    return tiles;
  });
}

/** The smallest box around tiles. */
export function boxAround(tiles: readonly Tile[]): Box {
  const left = Math.min(...tiles.map((tile) => tile.left));
  const top = Math.min(...tiles.map((tile) => tile.top));
  const right = Math.max(...tiles.map((tile) => tile.left + tile.width));
  const bottom = Math.max(...tiles.map((tile) => tile.top + tile.height));
  return { left, top, width: right - left, height: bottom - top };
}

/** How far below its row's start a place along the row lies. */
function fall(x: number, { slope, wave }: Course): number {
  return x * Math.tan(slope) + wave.height * Math.sin((2 * Math.PI * x) / wave.length + wave.phase);
}

function tileOf(
  letter: Letter,
  height: number,
  drop: number,
  course: Course,
  nib: Nib,
): LetterTile {
  const { char, glyph } = letter;
  const down = Math.round(drop * height);
  const turned = {
    height: letter.height * height,
    foot: height + down,
    turn: letter.turn + course.turn,
  };
  if (glyph && "scan" in glyph) return { ...scanTile(glyph.scan, turned, nib), char };
  if (glyph && "strokes" in glyph) return { ...digitTile(glyph.strokes, turned, nib), char };
  const strokes = (glyph?.sign ?? []).map((points) =>
    points.map(([x, y]): Point => [x * height, y * height]),
  );
  const tile = strokeTile(strokes, nib);
  return { ...tile, left: 0, top: tile.top + down, char };
}

function kern(tiles: readonly Tile[], tile: Tile, gap: number, height: number): number {
  const reach = gap > 0 ? Math.round(REACH * height) : 0;
  const shifts = tiles.slice(-NEIGHBOURS).map((before) => shiftToTouch(before, tile, reach));
  return Math.round(Math.max(...shifts) + gap);
}

/** Signs are written with lines as wide as those of the digits beside them. */
function signLine(letters: readonly Letter[], height: number, nib: Nib): number {
  const scan = letters.find(({ glyph }) => glyph && "scan" in glyph);
  if (!scan?.glyph || !("scan" in scan.glyph)) return nib.width;
  return lineWidth(scanTile(scan.glyph.scan, { height, foot: height, turn: 0 }, nib));
}
