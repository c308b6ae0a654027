import type { Range } from "../../chance.ts";
import { BLACK, INK, PAPER, WHITE } from "../../situations/kinds/things.ts";
import { fill } from "../../situations/steps/grounds.ts";
import { type NumberKind, numberKind } from "../NumberScene.ts";
import { write } from "../steps/write.ts";
import { chained, digits, sameDigit } from "../texts.ts";

const page = fill(WHITE);

/** Ink that meets, and ink that overlaps, as shares of a digit's height. */
const MEET: Range = [-0.03, -0.01];
const OVERLAP: Range = [-0.08, -0.04];
const PARTLY: Range = [-0.05, 0.2];

/** What stays what it is where a 7's bar or a 5's flag reaches it, and those two themselves. */
const barred = (digit: string) => ("57".includes(digit) ? "0235689" : "57");

/** Digits that stay what they are where a line joins their feet, 1 and 7 not among them. */
const footed = (digit: string) => ("17".includes(digit) ? "" : "02345689");

/** Digits that touch. */
export const touchingKinds: readonly NumberKind[] = [
  numberKind("touching/pairs", [260, 200], page, write(BLACK, digits([2, 2]), { gap: MEET })),
  numberKind(
    "touching/pairs, overlapping",
    [260, 200],
    page,
    write(BLACK, digits([2, 2]), { gap: OVERLAP }),
  ),
  numberKind("touching/threes", [340, 200], page, write(BLACK, digits([3, 3]), { gap: MEET })),
  numberKind("touching/five", [480, 160], page, write(BLACK, digits([5, 5]), { gap: MEET })),
  numberKind(
    "touching/here and there",
    [700, 160],
    page,
    write(BLACK, digits([6, 9]), { gap: PARTLY }),
  ),
  numberKind(
    "touching/joined at the foot",
    [460, 180],
    page,
    write(BLACK, chained([3, 5], footed), {
      gap: [0.1, 0.25],
      joins: { at: [0.8, 0.97], after: "02345689" },
    }),
  ),
  numberKind(
    "touching/bar of a 7, flag of a 5",
    [460, 180],
    page,
    write(BLACK, chained([2, 5], barred), {
      gap: [0.08, 0.2],
      joins: { at: [0, 0.12], after: "57" },
    }),
  ),
  numberKind(
    "touching/bold",
    [420, 180],
    page,
    write(BLACK, digits([3, 4]), { gap: MEET, line: [0.14, 0.18] }),
  ),
  numberKind(
    "touching/white on black",
    [420, 100],
    fill(BLACK),
    write(WHITE, digits([4, 6]), { gap: PARTLY, size: [0.7, 0.9] }),
  ),
  numberKind(
    "touching/rows",
    [700, 480],
    fill(PAPER),
    write(INK, digits([5, 8], [2, 4]), { gap: PARTLY }),
  ),
  numberKind(
    "touching/one and the same digit",
    [900, 600],
    fill(PAPER),
    write(INK, sameDigit([8, 12], [3, 5]), { gap: PARTLY }),
  ),
];
