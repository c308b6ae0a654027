import type { Range } from "../../chance.ts";
import { BLACK, INK, PAPER, WHITE } from "../../situations/kinds/things.ts";
import { fill } from "../../situations/steps/grounds.ts";
import { type NumberKind, numberKind } from "../NumberScene.ts";
import { write } from "../steps/write.ts";
import { columns, digits, sameDigit } from "../texts.ts";

const page = fill(WHITE);
const paper = fill(PAPER);
const FIVE: Range = [5, 5];
const TIGHT: Range = [0.04, 0.1];
const UP: Range = [0.3, 0.6];

/** Digits that stand apart, in rows, on pages and in columns. */
export const rowKinds: readonly NumberKind[] = [
  numberKind("row/two", [280, 200], page, write(BLACK, digits([2, 2]))),
  numberKind("row/three", [320, 200], page, write(BLACK, digits([3, 3]))),
  numberKind("row/five, spaced", [640, 160], page, write(BLACK, digits(FIVE))),
  numberKind("row/five, tight", [560, 160], page, write(BLACK, digits(FIVE), { gap: TIGHT })),
  numberKind("row/six to ten", [900, 140], page, write(BLACK, digits([6, 10]))),
  numberKind("row/far apart", [800, 300], paper, write(INK, digits([3, 5]), { gap: [0.8, 2.5] })),
  numberKind("row/uneven gaps", [700, 160], page, write(BLACK, digits([4, 8]), { gap: [0.06, 1] })),
  numberKind(
    "row/uneven heights",
    [640, 200],
    page,
    write(BLACK, digits([4, 8]), { heights: 0.16, bounce: 0.1 }),
  ),
  numberKind(
    "row/small on a large page",
    [1000, 700],
    paper,
    write(INK, digits([3, 8]), { size: [0.06, 0.12], astray: 1 }),
  ),

  numberKind("slope/5 degrees", [640, 260], page, sloping([3, 6])),
  numberKind("slope/10 degrees", [640, 340], page, sloping([8, 11])),
  numberKind("slope/15 degrees", [640, 400], page, sloping([13, 15])),
  numberKind(
    "slope/digits turned with it",
    [640, 400],
    page,
    write(BLACK, digits([4, 7]), { size: UP, slope: [6, 15], isTurned: true }),
  ),
  numberKind(
    "slope/five, waving",
    [640, 200],
    page,
    write(BLACK, digits(FIVE), { wave: 12, size: UP }),
  ),
  numberKind(
    "slope/waving",
    [900, 240],
    page,
    write(BLACK, digits([7, 12]), { wave: 15, size: UP }),
  ),
  numberKind(
    "slope/rows, sloping",
    [800, 520],
    paper,
    write(INK, digits([5, 8], [2, 4]), { slope: [3, 8], size: [0.6, 0.8] }),
  ),
  numberKind(
    "slope/rows, sloping steeply",
    [800, 640],
    paper,
    write(INK, digits([4, 7], [2, 4]), { slope: [9, 15], size: [0.5, 0.7], pitch: [1.8, 2.2] }),
  ),

  numberKind("rows/two", [480, 280], page, write(BLACK, digits([2, 6], [2, 2]))),
  numberKind(
    "rows/three, far apart",
    [700, 560],
    paper,
    write(INK, digits(FIVE, [3, 3]), { gap: [0.8, 1.2], pitch: [2, 3] }),
  ),
  numberKind(
    "rows/close",
    [600, 400],
    page,
    write(BLACK, digits([4, 8], [3, 5]), { pitch: [1.25, 1.4], bounce: 0.02 }),
  ),
  numberKind("rows/one digit to twelve", [900, 600], paper, write(INK, digits([1, 12], [3, 6]))),
  numberKind(
    "rows/scattered",
    [800, 600],
    page,
    write(BLACK, digits([2, 4], [1, 3]), {
      gap: [0.5, 2.5],
      bounce: 0.15,
      heights: 0.12,
      pitch: [2.2, 2.8],
      size: [0.5, 0.7],
    }),
  ),
  numberKind("rows/columns", [800, 500], paper, write(INK, columns(["##", "###"], [2, 4], [3, 6]))),
  numberKind(
    "rows/one column",
    [240, 640],
    page,
    write(BLACK, digits([1, 3], [4, 7]), { size: [0.8, 0.9] }),
  ),

  numberKind("page/thirty", [900, 700], paper, write(INK, digits([6, 6], FIVE))),
  numberKind("page/sixty", [1000, 800], paper, write(INK, digits([9, 11], [6, 6]))),
  numberKind("page/a hundred", [1200, 1400], paper, write(INK, digits([10, 10], [10, 10]))),
  numberKind(
    "page/one and the same digit",
    [1000, 800],
    paper,
    write(INK, sameDigit([8, 12], [4, 7]), { gap: [0.08, 0.3] }),
  ),
];

function sloping(slope: Range) {
  return write(BLACK, digits(FIVE), { slope, size: UP });
}
