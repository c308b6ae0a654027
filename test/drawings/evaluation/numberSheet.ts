import type { NumberDrawing } from "../numbers/number.ts";
import { encodePng } from "../picture/encodePng.ts";
import { text } from "../picture/font.ts";
import { type Picture, whole } from "../picture/Picture.ts";
import { resample } from "../picture/resample.ts";
import { emptySheet, GAP, LINE, LOST, put, RIGHT, TEXT_SCALE, TITLE } from "./sheet.ts";

/** What became of a picture, and what the sheet shows of it. */
export interface NumberOutcome {
  /** The name of its kind. */
  group: string;
  due: string;
  read: string | null;
  tile: Picture;
}

/** Pixels of a tile, at most. */
const TILE = { width: 320, height: 160 };
const COLUMNS = 5;

/** Letters that fit a tile's width. */
const LETTERS = 39;

/**
 * Pictures kind by kind, each under what is written and what was read ("-" where it was refused), in
 * red where that is wrong.
 *
 * @returns a PNG file
 */
export function numberSheet(outcomes: readonly NumberOutcome[]): Uint8Array {
  const rows = [...Map.groupBy(outcomes, ({ group }) => group)].flatMap(([group, tiles]) =>
    Array.from({ length: Math.ceil(tiles.length / COLUMNS) }, (_, row) => ({
      group,
      tiles: tiles.slice(row * COLUMNS, (row + 1) * COLUMNS),
    })),
  );
  const rowHeight = 3 * LINE + TILE.height + GAP;
  const sheet = emptySheet(
    COLUMNS * (TILE.width + GAP) + GAP,
    Math.max(1, rows.length) * rowHeight,
  );
  rows.forEach(({ group, tiles }, row) => {
    const top = row * rowHeight + GAP;
    text(sheet, [GAP, top], group, TITLE, TEXT_SCALE);
    tiles.forEach(({ due, read, tile }, column) => {
      const left = GAP + column * (TILE.width + GAP);
      const colour = due === read ? RIGHT : LOST;
      [due, read ?? "-"].forEach((lines, line) => {
        const words = lines.replaceAll("\n", "/").slice(0, LETTERS);
        text(sheet, [left, top + (line + 1) * LINE], words, colour, TEXT_SCALE);
      });
      put(sheet, tile, left, top + 3 * LINE);
    });
  });
  return encodePng(sheet);
}

/** A picture within a tile, its aspect kept. */
export function numberTile({ picture }: NumberDrawing): Picture {
  const scale = Math.min(TILE.width / picture.width, TILE.height / picture.height);
  const [width, height] = [picture.width, picture.height].map((side) =>
    Math.max(1, Math.round(side * scale)),
  );
  return resample(picture, whole(picture), { width, height });
}
