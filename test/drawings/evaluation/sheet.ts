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

/** A drawing, and what became of it. */
export interface Outcome extends Drawing {
  /** The name of its set. */
  set: string;
  digit: number | null;
}

/** Pixels: a tile's side, what lies between two, and a line of text. */
const TILE = 96;
const GAP = 6;
const TEXT_SCALE = 2;
const LINE = HEIGHT * TEXT_SCALE + 6;
const COLUMNS = 15;

const GROUND = hex("#808080");
const TITLE = hex("#ffe65a");
const RIGHT = hex("#000000");
const LOST = hex("#aa0000");

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
  const rows = [...Map.groupBy(outcomes, ({ set }) => set)].flatMap(([set, drawings]) =>
    Array.from({ length: Math.ceil(drawings.length / COLUMNS) }, (_, row) => ({
      set,
      drawings: drawings.slice(row * COLUMNS, (row + 1) * COLUMNS),
    })),
  );
  const rowHeight = 2 * LINE + TILE + GAP;
  const to = clearPicture(COLUMNS * (TILE + GAP) + GAP, Math.max(1, rows.length) * rowHeight);
  for (let i = 0; i < to.alpha.length; i++) cover(to, i, GROUND, 1);
  rows.forEach(({ set, drawings }, row) => {
    const top = row * rowHeight;
    text(to, [GAP, top + GAP], set, TITLE, TEXT_SCALE);
    drawings.forEach((outcome, column) => {
      const left = GAP + column * (TILE + GAP);
      const caption = `${outcome.label}>${outcome.digit ?? "-"}`;
      const colour: Colour = isLost(outcome) ? LOST : RIGHT;
      text(to, [left, top + LINE], caption, colour, TEXT_SCALE);
      put(to, outcome, left, top + 2 * LINE);
    });
  });
  return encodePng(to);
}

/** Puts a drawing, or its part around a small digit, into a tile. */
function put(to: Picture, { picture, box }: Drawing, left: number, top: number): void {
  const isSmall = box.height < SMALL * picture.height;
  const part = isSmall ? grown(box, AROUND * box.height) : whole(picture);
  const scale = TILE / Math.max(part.width, part.height);
  const [width, height] = [part.width, part.height].map((n) => Math.max(1, Math.round(n * scale)));
  const small = resample(picture, part, { width, height });
  const [red, green, blue] = small.planes;
  for (let i = 0; i < width * height; i++) {
    const at = (top + Math.floor(i / width)) * to.width + left + (i % width);
    cover(to, at, [red[i], green[i], blue[i]], small.alpha[i] / 255);
  }
}
