import { resample } from "./camera.ts";
import { encodePng } from "./encodePng.ts";
import { HEIGHT, text } from "./font.ts";
import { type Colour, clearPicture, cover, type Picture } from "./Picture.ts";
import type { Sent } from "./situation.ts";

/** A picture, and what became of it. */
export interface Outcome extends Sent {
  kind: string;
  digit: number | null;
  refusal: string | null;
}

/** Whether a picture was refused or taken for another digit. */
export function isLost({ label, digit }: Pick<Outcome, "label" | "digit">): boolean {
  return label !== digit;
}

/** Pixels along a tile's side, and of the line above it that says what it is. */
const TILE = 96;
const GAP = 6;
const CAPTION = HEIGHT * 2 + 6;
const COLUMNS = 15;

const GREY: Colour = [128, 128, 128];
const YELLOW: Colour = [255, 230, 90];
const RED: Colour = [170, 0, 0];
const BLACK: Colour = [0, 0, 0];

/**
 * Pictures as they are, kind by kind, each under what it was meant for and what it was taken for
 * ("-" is a refusal), in red where that is wrong.
 *
 * @returns a PNG file
 */
export function sheet(outcomes: readonly Outcome[]): Uint8Array {
  const rows = [...Map.groupBy(outcomes, ({ kind }) => kind)].flatMap(([kind, pictures]) =>
    Array.from({ length: Math.ceil(pictures.length / COLUMNS) }, (_, row) => ({
      kind,
      pictures: pictures.slice(row * COLUMNS, (row + 1) * COLUMNS),
    })),
  );
  const rowHeight = 2 * CAPTION + TILE + GAP;
  const to = clearPicture(COLUMNS * (TILE + GAP) + GAP, Math.max(1, rows.length) * rowHeight);
  to.alpha.fill(255);
  for (const plane of to.planes) plane.fill(GREY[0]);
  rows.forEach(({ kind, pictures }, row) => {
    const top = row * rowHeight;
    text(to, [GAP, top + 4], kind, YELLOW, 2);
    pictures.forEach(({ picture, label, digit }, column) => {
      const left = GAP + column * (TILE + GAP);
      const colour = isLost({ label, digit }) ? RED : BLACK;
      text(to, [left, top + CAPTION + 2], `${label}>${digit ?? "-"}`, colour, 2);
      put(to, picture, left, top + 2 * CAPTION);
    });
  });
  return encodePng(to);
}

/** Puts a picture into a tile, its aspect kept. */
function put(to: Picture, picture: Picture, left: number, top: number): void {
  const scale = TILE / Math.max(picture.width, picture.height);
  const [width, height] = [picture.width, picture.height].map((n) =>
    Math.max(1, Math.round(n * scale)),
  );
  const small = resample(picture, { left: 0, top: 0, ...picture }, { width, height });
  const [red, green, blue] = small.planes;
  for (let i = 0; i < width * height; i++) {
    const at = (top + Math.floor(i / width)) * to.width + left + (i % width);
    cover(to, at, [red[i], green[i], blue[i]], small.alpha[i] / 255);
  }
}
