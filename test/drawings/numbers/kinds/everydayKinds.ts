import {
  BLACK,
  BLUE_RULE,
  BOARD,
  CHALK,
  DESK,
  INK,
  PAPER,
  RED_RULE,
  THIN,
  WHITE,
} from "../../situations/kinds/things.ts";
import { finish, glare, noise, shadow, specks } from "../../situations/steps/camera.ts";
import { along } from "../../situations/steps/cards.ts";
import { frame } from "../../situations/steps/frames.ts";
import { fill, gradient } from "../../situations/steps/grounds.ts";
import { underline } from "../../situations/steps/pens.ts";
import { margin, rules, squares } from "../../situations/steps/rules.ts";
import { jpeg } from "../../styles/jpeg.ts";
import { blurred, lit } from "../../styles/photograph.ts";
import { type NumberKind, numberKind } from "../NumberScene.ts";
import { cells } from "../steps/cells.ts";
import { part } from "../steps/part.ts";
import { tilt } from "../steps/tilt.ts";
import { write } from "../steps/write.ts";
import { digits, like } from "../texts.ts";

const page = fill(WHITE);
const paper = fill(PAPER);
const number = digits([4, 8]);
const SMALL = { size: [0.25, 0.45] } as const;
const PENCIL = ["#5a5a5a", "#6c6c6a", "#7c7c7a"];
const photographed = [
  tilt(5),
  finish(blurred(1)),
  finish(lit({ darkest: 0.6, vignette: 0.3, noise: 3 })),
  finish(jpeg(12)),
];

/** What is at hand, and taken with a telephone. */
export const everydayKinds: readonly NumberKind[] = [
  numberKind(
    "everyday/whiteboard",
    [800, 500],
    gradient(["#dfe3e6", "#e8e8e4"], ["#b8bec4", "#c8ccd0"]),
    write(["#1a2a8a", "#202020", "#b02020", "#107040"], digits([3, 7], [1, 3]), SMALL),
    glare(50),
    ...photographed,
  ),
  numberKind(
    "everyday/blackboard",
    [800, 500],
    fill(BOARD),
    write(CHALK, digits([3, 7], [1, 2]), { ...SMALL, bare: 0.2 }),
    finish(blurred(1)),
    finish(lit({ darkest: 0.6, vignette: 0.3, noise: 5 })),
  ),
  numberKind(
    "everyday/pencil on squares as dark",
    [640, 320],
    paper,
    squares(PENCIL, { count: [8, 12], askew: 1 }),
    write(PENCIL, number, { size: [0.2, 0.35], line: [0.06, 0.09] }),
    finish(blurred(1)),
  ),
  numberKind(
    "everyday/squared, photographed",
    [900, 600],
    paper,
    squares(["#9fb2cc", "#a8a8b0"], { count: [14, 24], askew: 1 }),
    write(INK, digits([4, 8], [1, 3]), { size: [0.15, 0.4] }),
    ...photographed,
  ),
  numberKind(
    "everyday/notebook, photographed",
    [900, 700],
    paper,
    rules(BLUE_RULE, { count: [9, 15], askew: 0.5 }),
    margin(RED_RULE, "left", [0.08, 0.16]),
    write(INK, digits([3, 8], [1, 3]), { size: [0.15, 0.45] }),
    ...photographed,
  ),
  numberKind(
    "everyday/sum with a line under it",
    [360, 420],
    page,
    part(0.1, 0.05, 0.9, 0.6),
    write(BLACK, digits([3, 4], [2, 3]), { size: [0.8, 0.95], astray: 0 }),
    underline(BLACK, [0.02, 0.06], [0.02, 0.1]),
    part(0.1, 0.68, 0.9, 0.98),
    write(BLACK, digits([3, 4]), { size: [0.55, 0.75], astray: 0 }),
  ),
  numberKind(
    "everyday/price",
    [640, 240],
    fill(["#fff27a", "#ffd1a0", "#ffffff"]),
    write(["#c02020", "#101010"], like(["#,##", "##,##", "#.##", "##.-", "#,-"]), {
      line: [0.1, 0.15],
    }),
  ),
  numberKind(
    "everyday/postcode on an envelope",
    [640, 420],
    fill(["#d8b48a", "#e8e0d0", "#f4f2ea"]),
    part(0.35, 0.55, 0.95, 0.9),
    cells(["#d06030", "#404040", "#8090a0"], INK, digits([5, 6]), { between: [0.1, 0.3] }),
    ...photographed,
  ),
  numberKind(
    "everyday/sudoku",
    [560, 560],
    page,
    cells(["#202020", "#606060"], INK, like(["#  #  #", "#   ## ", " ## #  ", "##   # "], [7, 7]), {
      rows: [0, 0],
      aspect: [1, 1],
      size: [0.55, 0.75],
    }),
    finish(blurred(1)),
  ),
  numberKind(
    "everyday/ticked form, scanned",
    [800, 300],
    page,
    cells(["#707070", "#a0a0a0"], ["#1a237e", "#101010"], digits([4, 6], [2, 3]), {
      rows: [0.4, 0.8],
      size: [0.7, 1.05],
    }),
    finish(blurred(1)),
    specks(0.002),
  ),
  numberKind(
    "everyday/framed row",
    [700, 240],
    paper,
    frame(["#202020", "#808080"], { share: [0.5, 0.8], aspect: 3.4, line: 3 }),
    write(INK, digits([4, 7]), { size: [0.4, 0.6] }),
  ),
  numberKind(
    "everyday/circled number",
    [480, 400],
    page,
    frame(["#c02020", "#202020"], { share: [0.7, 0.95], shape: "circle", line: 4 }),
    write(BLACK, digits([2, 3]), { size: [0.4, 0.6] }),
  ),
  numberKind("everyday/64 by 32 pixels", [64, 32], page, write(BLACK, digits([2, 4]), filling())),
  numberKind(
    "everyday/white, 64 by 32 pixels",
    [64, 32],
    fill(BLACK),
    write(WHITE, digits([2, 3]), filling()),
  ),
  numberKind(
    "everyday/digits 12 pixels high",
    [160, 60],
    page,
    write(BLACK, number, { size: [0.2, 0.24], least: 1.2 }),
  ),
  numberKind(
    "everyday/against the edge",
    [500, 160],
    page,
    part(0, 0.1, 0.9, 1),
    write(BLACK, digits([3, 6]), { size: [0.8, 1] }),
  ),
  numberKind(
    "everyday/large and small",
    [500, 320],
    page,
    part(0.02, 0.05, 0.5, 0.98),
    write(BLACK, digits([1, 1]), { size: [0.8, 0.95] }),
    part(0.55, 0.4, 0.98, 0.7),
    write(BLACK, digits([1, 2]), { size: [0.7, 0.9] }),
    (scene) => ({ ...scene, due: [scene.due.join("")] }),
  ),
  numberKind(
    "everyday/one tall, one low",
    [400, 240],
    paper,
    write(INK, digits([2, 4]), { heights: 0.25, bounce: 0.12 }),
  ),
  numberKind(
    "everyday/showing through",
    [700, 300],
    fill(["#f4f2ea", "#fbf8f0"]),
    write(["#dcd8d0", "#d4d2cc"], digits([5, 8]), { size: [0.4, 0.6], astray: 1 }),
    (scene) => ({ ...scene, due: [] }),
    write(INK, number, { size: [0.35, 0.5], astray: 1 }),
    noise(2),
  ),
  numberKind(
    "everyday/hand's shadow",
    [700, 400],
    paper,
    write(["#282c50", "#202020"], digits([4, 7], [1, 2]), SMALL),
    shadow(0.35, 8),
    shadow(0.35, 20),
    noise(3),
    finish(jpeg(14)),
  ),
  numberKind(
    "everyday/sheet on a desk, from afar",
    [1200, 900],
    fill(["#f0f0ee", "#e8e4da"]),
    along(DESK, [0.1, 0.25]),
    write(["#303040", "#2a3a90"], digits([4, 8], [1, 2]), { size: [0.05, 0.12], line: THIN }),
    ...photographed,
  ),
  numberKind(
    "everyday/felt pen on cardboard",
    [640, 360],
    fill(["#b88a58", "#a67c4e", "#c49a6c"]),
    write(["#181410", "#202a60"], digits([3, 6]), { line: [0.12, 0.17], size: [0.4, 0.6] }),
    noise(9),
    finish(blurred(1)),
  ),
];

/** Writing that fills its picture. */
function filling() {
  return { size: [0.8, 0.95], least: 2 } as const;
}
