import { between, type Range } from "../../chance.ts";
import { coverInk } from "../../picture/Picture.ts";
import { within } from "../../picture/placed.ts";
import { outline, paintShape, rectangle } from "../../picture/shapes.ts";
import { type Colours, choose } from "../../situations/Scene.ts";
import type { NumberStep } from "../NumberScene.ts";
import { dueOf, type Text } from "../texts.ts";
import { gather } from "../writing/gather.ts";
import { type LetterTile, layOut } from "../writing/layout.ts";
import { type Letter, lettersOf } from "../writing/letters.ts";
import { type Nib, nibOf, type Pen } from "../writing/nib.ts";

/** Boxes, one for each digit. */
export interface Cells extends Pen {
  /** A digit's height as a share of its cell's, more than 1 where it crosses the lines. */
  size?: Range;
  /** A cell's width to its height. */
  aspect?: Range;
  /** What lies between two cells, and between two rows, as shares of a cell's height. */
  between?: Range;
  rows?: Range;
  /** Pixels across the boxes' lines. */
  edge?: number;
  /** How far off the middle of its cell a digit may be: 0 not at all, 1 up to the edge. */
  astray?: number;
}

/** The share of the area that the cells fill, in whichever direction there is less room. */
const FILLED: Range = [0.75, 0.95];

/** Draws boxes, and writes a digit into each that is not left blank. */
export function cells(boxes: Colours, inks: Colours, text: Text, form: Cells = {}): NumberStep {
  const { size = [0.6, 0.8], aspect = [0.75, 1], rows = [0.2, 0.5], edge = 2, astray = 0.5 } = form;
  return (scene) => {
    const { random, picture, area, penman } = scene;
    const lines = text(random);
    const longest = Math.max(...lines.map((row) => row.length));
    const [wide, apart, below] = [aspect, form.between ?? [0, 0], rows].map((range) =>
      between(random, range),
    );
    const [across, down] = [longest * (wide + apart) - apart, lines.length * (1 + below) - below];
    const side = between(random, FILLED) * Math.min(area.width / across, area.height / down);
    const block = within(area, across * side, down * side, 0.4, random);
    const colour = choose(random, boxes);
    const nibAt = nibOf(form, random);
    const tiles = lines.flatMap((row, r) =>
      lettersOf(row, penman, EVEN, random).flatMap((letter, c) => {
        const cell = {
          left: block.left + c * (wide + apart) * side,
          top: block.top + r * (1 + below) * side,
          width: wide * side,
          height: side,
        };
        paintShape(picture, outline(rectangle(cell), edge), colour);
        if (letter.char === " ") return [];
        const height = side * between(random, size);
        const tile = fitted(letter, height, cell.width, nibAt);
        const { left, top } = within(cell, tile.width, tile.height, astray, random);
        return [{ ...tile, left: Math.round(left), top: Math.round(top) }];
      }),
    );
    coverInk(picture, gather(picture, tiles), choose(random, inks));
    const due = [...scene.due, ...dueOf(lines)];
    return { ...scene, ink: block, due, tiles: [...scene.tiles, ...tiles] };
  };
}

/** A digit at a height, or as tall as makes it no wider than its cell. */
function fitted(
  letter: Letter,
  height: number,
  width: number,
  nibAt: (height: number) => Nib,
): LetterTile {
  const [[tile]] = layOut([[letter]], height, LEVEL, nibAt(height));
  if (tile.width <= width) return tile;
  return fitted(letter, (FITTING * height * width) / tile.width, width, nibAt);
}

/** How much smaller than what has room a digit is drawn again. */
const FITTING = 0.95;

/** Of a digit in its cell. */
const EVEN = { gap: [0, 0], heights: 0.05, bounce: 0, turn: 3 } as const;
const LEVEL = {
  pitch: 0,
  slope: 0,
  wave: { height: 0, length: 1, phase: 0 },
  turn: 0,
  column: 0,
};
