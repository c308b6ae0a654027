import type { Drawing } from "../DrawingSet.ts";
import { encodePng } from "../picture/encodePng.ts";
import { HEIGHT, text } from "../picture/font.ts";
import {
  type Colour,
  clearPicture,
  cover,
  grown,
  hex,
  type Picture,
  whole,
} from "../picture/Picture.ts";
import { resample } from "../picture/resample.ts";
import { isLost } from "./report.ts";

/** What became of a drawing, and what the sheet shows of it. */
export interface Outcome {
  /** The name of its set. */
  set: string;
  label: number;
  digit: number | null;
  tile: Picture;
}

/** Pixels: a tile's side, what lies between two, and a line of text. */
const TILE = 72;
export const GAP = 4;
export const TEXT_SCALE = 2;
export const LINE = HEIGHT * TEXT_SCALE + 6;
const COLUMNS = 30;

const GROUND = hex("#7f9fb5");
export const TITLE = hex("#ffe65a");
export const RIGHT = hex("#000000");
export const LOST = hex("#aa0000");

/** A digit that is a smaller share of its picture than this is shown cut out, so much around it. */
const SMALL = 0.25;
const AROUND = 0.5;

/**
 * Drawings as they are before anything is done to them, set by set, each under what was meant and
 * what it was taken for ("-" where it was refused), in red where that is wrong.
 *
 * @returns a PNG file
 */
export function sheet(outcomes: readonly Outcome[]): Uint8Array {
  const rows = [...Map.groupBy(outcomes, ({ set }) => set)].flatMap(([set, tiles]) =>
    Array.from({ length: Math.ceil(tiles.length / COLUMNS) }, (_, row) => ({
      set,
      outcomes: tiles.slice(row * COLUMNS, (row + 1) * COLUMNS),
    })),
  );
  const rowHeight = 2 * LINE + TILE + GAP;
  const to = emptySheet(COLUMNS * (TILE + GAP) + GAP, Math.max(1, rows.length) * rowHeight);
  rows.forEach(({ set, outcomes: inRow }, row) => {
    const top = row * rowHeight;
    text(to, [GAP, top + GAP], set, TITLE, TEXT_SCALE);
    inRow.forEach((outcome, column) => {
      const left = GAP + column * (TILE + GAP);
      const caption = `${outcome.label}>${outcome.digit ?? "-"}`;
      const colour: Colour = isLost(outcome) ? LOST : RIGHT;
      text(to, [left, top + LINE], caption, colour, TEXT_SCALE);
      put(to, outcome.tile, left, top + 2 * LINE);
    });
  });
  return encodePng(to);
}

/** A drawing, or its part around a small digit, within a tile, its aspect kept. */
export function tileOf({ picture, box }: Drawing): Picture {
  const isSmall = box.height < SMALL * picture.height;
  const part = isSmall ? grown(box, AROUND * box.height) : whole(picture);
  const scale = TILE / Math.max(part.width, part.height);
  const [width, height] = [part.width, part.height].map((n) => Math.max(1, Math.round(n * scale)));
  return resample(picture, part, { width, height });
}

/** A sheet on which nothing lies. */
export function emptySheet(width: number, height: number): Picture {
  const sheet = clearPicture(width, height);
  for (let i = 0; i < sheet.alpha.length; i++) cover(sheet, i, GROUND, 1);
  return sheet;
}

/** Lays a tile on a sheet. */
export function put(
  to: Picture,
  { width, height, planes, alpha }: Picture,
  left: number,
  top: number,
) {
  const [red, green, blue] = planes;
  for (let i = 0; i < width * height; i++) {
    const at = (top + Math.floor(i / width)) * to.width + left + (i % width);
    cover(to, at, [red[i], green[i], blue[i]], alpha[i] / 255);
  }
}
