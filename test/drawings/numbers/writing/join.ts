import type { Coverage } from "../../../../samples/stroke.ts";
import { between, oneOf, type Random, type Range } from "../../chance.ts";
import { addInk } from "../../picture/ink.ts";
import { rowEdges } from "./kerning.ts";
import type { LetterTile } from "./layout.ts";
import type { Nib } from "./nib.ts";

/** Lines that join a digit to the next one, as a 7's bar does that is drawn too long. */
export interface Join {
  /** Where on the digits they lie, as shares of the height that both have: 0 at the top. */
  at: Range;
  /** The digits after which there is one. */
  after: string;
}

/** Draws lines from a row's digits to their neighbours. */
export function join(
  canvas: Coverage,
  tiles: readonly LetterTile[],
  { width, tip }: Nib,
  { at, after: joined }: Join,
  random: Random,
): void {
  tiles.slice(1).forEach((after, i) => {
    const before = tiles[i];
    if (!joined.includes(before.char)) return;
    const top = Math.max(before.top, after.top);
    const height = Math.min(before.top + before.height, after.top + after.height) - top;
    const [ends, starts] = [rowEdges(before, "right"), rowEdges(after, "left")];
    const rows = Array.from({ length: Math.max(0, height) }, (_, y) => y).filter(
      (y) =>
        y >= at[0] * height &&
        y <= at[1] * height &&
        Number.isFinite(ends[top + y - before.top]) &&
        Number.isFinite(starts[top + y - after.top]),
    );
    if (rows.length === 0) return;
    const y = top + oneOf(random, rows);
    const from = before.left + ends[y - before.top] - width / 2;
    const to = after.left + starts[y - after.top] + width / 2;
    const down = y + 0.5 + between(random, [-1, 1]);
    addInk(
      canvas,
      [
        [
          [from, y + 0.5],
          [to, down],
        ],
      ],
      { width, tip },
    );
  });
}
