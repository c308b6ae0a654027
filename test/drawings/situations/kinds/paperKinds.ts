import { type Kind, kind } from "../Scene.ts";
import { comb, corners, frame } from "../steps/frames.ts";
import { fill } from "../steps/grounds.ts";
import { pen, underline } from "../steps/pens.ts";
import { dots, margin, rules, squares } from "../steps/rules.ts";
import * as of from "./things.ts";

const page = fill(of.WHITE);
const paper = fill(of.PAPER);
const black = pen(of.BLACK);
const written = pen(of.INK);
const ruled = rules(of.BLUE_RULE, { count: [5, 9] });
const redMargin = margin(of.RED_RULE, "left", [0.1, 0.2]);
const lattice = (["left", "top", "right", "bottom"] as const).map((side) =>
  margin(of.BLACK, side, [0.12, 0.25]),
);
const within = pen(of.BLACK, { size: [0.5, 0.7] });

/** Lines around the digit that are not writing. */
export const paperKinds: readonly Kind[] = [
  kind("frame/box 35 %", 240, page, frame(of.BLACK, { share: [0.34, 0.4] }), within),
  kind("frame/box 50 %", 200, page, frame(of.BLACK, { share: [0.45, 0.55], line: 3 }), within),
  kind("frame/box 65 %", 200, page, frame(of.BLACK, { share: [0.6, 0.68], line: 3 }), within),
  kind("frame/box 80 %", 200, page, frame(of.BLACK, { share: [0.76, 0.84] }), black),
  kind("frame/box 95 %", 200, page, frame(of.BLACK, { share: [0.92, 0.98], line: 3 }), black),
  kind("frame/thick box", 240, page, frame(of.BLACK, { share: [0.5, 0.8], line: 8 }), within),
  kind(
    "frame/box askew",
    240,
    paper,
    frame(of.INK, { share: [0.5, 0.8], askew: 6 }),
    pen(of.INK, { size: [0.5, 0.65] }),
  ),
  kind("frame/red form box", 200, page, frame(of.RED_RULE, { share: [0.5, 0.65] }), black),
  kind(
    "frame/blue rounded box",
    240,
    page,
    frame("#3a62c8", { share: [0.5, 0.8], shape: "rounded", line: 3 }),
    black,
  ),
  kind("frame/double box", 240, page, frame(of.BLACK, { share: [0.6, 0.8], rings: 2 }), within),
  kind(
    "frame/circled",
    200,
    page,
    frame(of.BLACK, { share: [0.55, 0.7], shape: "circle" }),
    pen(of.BLACK, { size: [0.6, 0.85] }),
  ),
  kind(
    "frame/circled, large",
    240,
    paper,
    frame(of.INK, { share: [0.8, 0.95], shape: "circle", line: 4 }),
    pen(of.INK, { size: [0.6, 0.85] }),
  ),
  kind(
    "frame/white box on black",
    200,
    fill(of.BLACK),
    frame(of.WHITE, { share: [0.5, 0.8] }),
    pen(of.WHITE),
  ),
  kind(
    "frame/comb of four boxes",
    [360, 140],
    page,
    comb([...of.RED_RULE, of.BLACK], 4),
    pen(of.BLACK, { size: [0.55, 0.75] }),
  ),
  kind("frame/corner marks", 240, page, corners([of.BLACK, "#34a853"], [0.6, 0.85]), black),

  kind("rules/ruled", 200, paper, rules(of.BLUE_RULE, { count: [5, 8], askew: 0 }), written),
  kind(
    "rules/ruled, askew",
    240,
    paper,
    rules(of.BLUE_RULE, { count: [6, 10], askew: 3 }),
    written,
  ),
  kind("rules/ruled, with margin line", 200, paper, ruled, redMargin, written),
  kind(
    "rules/ruled, margin at the right",
    200,
    paper,
    ruled,
    margin(of.RED_RULE, "right", [0.1, 0.2]),
    written,
  ),
  kind("rules/margin line alone", 240, paper, redMargin, written),
  kind("rules/head line", 240, paper, margin(of.RED_RULE, "top", [0.1, 0.2], 2), written),
  kind(
    "rules/cross of two lines",
    240,
    paper,
    redMargin,
    margin(of.BLUE_RULE, "top", [0.1, 0.2]),
    written,
  ),
  kind("rules/squared", 240, paper, squares(of.BLUE_RULE, { count: [8, 12], askew: 0 }), written),
  kind(
    "rules/squared, fine and askew",
    280,
    paper,
    squares(of.BLUE_RULE, { count: [14, 20], askew: 1 }),
    written,
  ),
  kind("rules/squared, orange", 240, paper, squares("#eeb38a", { count: [10, 16] }), written),
  kind("rules/dotted", 240, paper, dots("#a8b4c4", { count: [9, 14] }), written),
  kind("rules/two rules", 280, page, rules(of.BLACK, { count: [1.6, 1.6], askew: 0 }), black),
  kind("rules/cell of a table", 280, page, ...lattice, pen(of.BLACK, { size: [0.6, 0.75] })),

  kind(
    "underline/black",
    300,
    page,
    pen(of.BLACK, { line: of.THIN, size: [0.4, 0.55] }),
    underline(of.BLACK, [0.1, 0.25], [0.1, 0.3]),
  ),
  kind(
    "underline/close",
    300,
    page,
    pen(of.BLACK, { size: [0.4, 0.55] }),
    underline(of.BLACK, [0.06, 0.1], [0, 0.15]),
  ),
  kind(
    "underline/red",
    300,
    paper,
    pen(of.INK, { size: [0.4, 0.55] }),
    underline("#cc2222", [0.1, 0.25], [0.1, 0.3]),
  ),
  kind(
    "underline/twice",
    300,
    page,
    pen(of.BLACK, { line: of.THIN, size: [0.4, 0.5] }),
    underline(of.BLACK, [0.1, 0.15], [0.1, 0.3]),
    underline(of.BLACK, [0.24, 0.3], [0.1, 0.3]),
  ),
];
