import {
  BLACK,
  BOARD,
  CHALK,
  HAIR,
  INK,
  PAPER,
  THIN,
  WHITE,
} from "../../situations/kinds/things.ts";
import { finish, noise } from "../../situations/steps/camera.ts";
import { fill } from "../../situations/steps/grounds.ts";
import { blurred } from "../../styles/photograph.ts";
import { type NumberKind, numberKind } from "../NumberScene.ts";
import { write } from "../steps/write.ts";
import { digits } from "../texts.ts";

const page = fill(WHITE);
const paper = fill(PAPER);
const black = fill(BLACK);
const number = digits([4, 8]);
const LARGE = { size: [0.65, 0.85] } as const;

/** What numbers are written with, and how large the picture is. */
export const penKinds: readonly NumberKind[] = [
  numberKind(
    "pen/mouse",
    [700, 256],
    page,
    write(BLACK, number, { line: HAIR, heights: 0.12, bounce: 0.08 }),
  ),
  numberKind(
    "pen/ballpoint",
    [640, 200],
    paper,
    write(["#1a237e", "#223a9e"], number, { line: THIN }),
    noise(3),
  ),
  numberKind(
    "pen/marker",
    [900, 300],
    fill(["#b8b8b8", "#a8aab0"]),
    write(["#101040", "#181818"], digits([4, 6]), { line: [0.13, 0.17], ...LARGE }),
  ),
  numberKind(
    "pen/brush",
    [640, 200],
    paper,
    write(INK, number, { line: [0.1, 0.14], tip: "tapered" }),
  ),
  numberKind(
    "pen/broad nib",
    [640, 200],
    paper,
    write(INK, number, { line: [0.1, 0.14], tip: "slab" }),
  ),
  numberKind(
    "pen/faint pencil",
    [640, 200],
    paper,
    write(["#a8a8a4", "#b4b2ae"], number, { line: THIN, bare: 0.25 }),
    finish(blurred(1)),
    noise(2),
  ),
  numberKind(
    "pen/chalk",
    [640, 240],
    fill(BOARD),
    write(CHALK, number, { bare: 0.3 }),
    finish(blurred(1)),
    noise(4),
  ),
  numberKind(
    "pen/highlighter",
    [640, 200],
    page,
    write(["#ffe600", "#7dff6a", "#ff8ad8"], number, { line: [0.12, 0.16] }),
  ),
  numberKind("pen/red", [640, 200], paper, write("#c0392b", number)),

  numberKind("dark/white on black", [640, 160], black, write(WHITE, number)),
  numberKind(
    "dark/strip that they fill",
    [452, 64],
    black,
    write(WHITE, digits([6, 9]), { size: [0.8, 0.95], line: [0.1, 0.14], gap: [0.06, 0.2] }),
  ),
  numberKind("clear/black", [640, 200], write(BLACK, number)),
  numberKind(
    "clear/coloured",
    [480, 300],
    write(["#e01818", "#1030e0", "#0a7a20"], digits([2, 5], [1, 2])),
  ),
  numberKind("clear/white", [640, 200], write(WHITE, number)),
  numberKind("size/strip, 50 pixels high", [400, 50], page, write(BLACK, number, LARGE)),
  numberKind(
    "size/strip, 28 pixels high",
    [200, 28],
    black,
    write(WHITE, digits([4, 7]), { size: [0.7, 0.8], line: [0.1, 0.14] }),
  ),
  numberKind(
    "size/2,000 pixels",
    [2000, 1400],
    paper,
    write(INK, digits([4, 8], [2, 4]), { line: THIN }),
  ),
];
