import {
  BLACK,
  BLUE_RULE,
  DARK_PAGE,
  DESK,
  INK,
  NOTE,
  PAPER,
  RED_RULE,
  WHITE,
} from "../../situations/kinds/things.ts";
import { along, card } from "../../situations/steps/cards.ts";
import { frame } from "../../situations/steps/frames.ts";
import { fill } from "../../situations/steps/grounds.ts";
import { underline } from "../../situations/steps/pens.ts";
import { dots, margin, rules, squares } from "../../situations/steps/rules.ts";
import { type NumberKind, numberKind } from "../NumberScene.ts";
import { tilt } from "../steps/tilt.ts";
import { write } from "../steps/write.ts";
import { digits } from "../texts.ts";

const page = fill(WHITE);
const paper = fill(PAPER);
const number = digits([4, 8]);
const SMALL = { size: [0.25, 0.45] } as const;
const sheet = { share: [0.6, 0.85] } as const;

/** What numbers are written on. */
export const paperKinds: readonly NumberKind[] = [
  numberKind("paper/five, ruled", [640, 200], paper, ruled(), write(INK, digits([5, 5]), SMALL)),
  numberKind("paper/ruled, askew", [700, 360], paper, ruled(2.5), write(INK, number, SMALL)),
  numberKind(
    "paper/standing on a rule",
    [700, 320],
    paper,
    write(INK, number, { ...SMALL, rule: BLUE_RULE, bounce: 0.01 }),
  ),
  numberKind(
    "paper/standing on a black rule",
    [700, 320],
    paper,
    write(INK, number, { ...SMALL, rule: "#404048", bounce: 0.02 }),
  ),
  numberKind(
    "paper/rows on rules",
    [700, 520],
    paper,
    write(INK, digits([4, 8], [2, 5]), { rule: BLUE_RULE, bounce: 0.02, pitch: [1.3, 1.8] }),
  ),
  numberKind(
    "paper/rows on rules, askew",
    [700, 560],
    paper,
    write(INK, digits([4, 8], [2, 4]), {
      rule: BLUE_RULE,
      bounce: 0.02,
      pitch: [1.3, 1.8],
      size: [0.5, 0.7],
    }),
    tilt(8),
  ),
  numberKind(
    "paper/squared",
    [640, 260],
    paper,
    squares(BLUE_RULE, { count: [8, 14], askew: 0.5 }),
    write(INK, number, SMALL),
  ),
  numberKind(
    "paper/squared, rows",
    [700, 560],
    paper,
    squares(["#b8c4d8", "#eeb38a"], { count: [16, 26], askew: 1 }),
    write(INK, digits([4, 8], [2, 5])),
  ),
  numberKind(
    "paper/dotted",
    [640, 240],
    paper,
    dots("#a8b4c4", { count: [9, 14] }),
    write(INK, number),
  ),
  numberKind(
    "paper/margin line",
    [700, 480],
    paper,
    ruled(),
    margin(RED_RULE, "left", [0.1, 0.2]),
    write(INK, digits([3, 7], [1, 3])),
  ),
  numberKind(
    "paper/underlined",
    [640, 240],
    page,
    write(BLACK, number, { size: [0.3, 0.5] }),
    underline(BLACK, [0.1, 0.25], [0, 0.3]),
  ),
  numberKind(
    "paper/underlined twice",
    [640, 260],
    page,
    write(BLACK, number, { size: [0.3, 0.45] }),
    underline(["#000000", "#cc2222"], [0.1, 0.16], [0, 0.3]),
    underline(["#000000", "#cc2222"], [0.26, 0.34], [0, 0.3]),
  ),
  numberKind(
    "paper/boxed",
    [640, 240],
    page,
    frame(BLACK, { share: [0.6, 0.9], aspect: 2.4, line: 3 }),
    write(BLACK, digits([3, 5])),
  ),

  numberKind("card/card on a desk", [640, 400], fill(DESK), card(PAPER, sheet), write(INK, number)),
  numberKind(
    "card/card askew",
    [640, 400],
    fill(DESK),
    card(PAPER, { ...sheet, askew: 5 }),
    write(INK, digits([3, 6], [1, 2])),
  ),
  numberKind("card/note", [480, 400], page, card(NOTE, sheet), write(INK, digits([3, 6], [1, 3]))),
  numberKind(
    "card/desk along a side",
    [560, 400],
    paper,
    along(DESK, [0.06, 0.15]),
    write(INK, digits([3, 6], [1, 3])),
  ),
  numberKind(
    "card/canvas on a dark page",
    [640, 360],
    fill(DARK_PAGE),
    card(WHITE, { share: [0.6, 0.8], radius: 8 }),
    write(BLACK, number),
  ),
  numberKind(
    "card/black canvas on a page",
    [640, 360],
    page,
    card(BLACK, { share: [0.6, 0.8] }),
    write(WHITE, number),
  ),
];

function ruled(askew = 0) {
  return rules(BLUE_RULE, { count: [4, 9], askew });
}
