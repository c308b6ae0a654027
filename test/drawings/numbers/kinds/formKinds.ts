import { BLACK, BLUE_RULE, INK, PAPER, RED_RULE, WHITE } from "../../situations/kinds/things.ts";
import { finish } from "../../situations/steps/camera.ts";
import { fill } from "../../situations/steps/grounds.ts";
import { blurred, lit } from "../../styles/photograph.ts";
import { type NumberKind, numberKind } from "../NumberScene.ts";
import { cells } from "../steps/cells.ts";
import { tilt } from "../steps/tilt.ts";
import { digits } from "../texts.ts";

const page = fill(WHITE);
const paper = fill(PAPER);
const LINES = ["#000000", "#303030", "#707070"];
const CROSSING = { size: [0.95, 1.15], astray: 0.6 } as const;

/** Boxes of forms, a digit in each. */
export const formKinds: readonly NumberKind[] = [
  numberKind("form/row of boxes", [640, 120], page, cells(LINES, INK, digits([5, 9]))),
  numberKind("form/red boxes", [640, 120], page, cells(RED_RULE, BLACK, digits([5, 9]))),
  numberKind(
    "form/pale boxes, crossed",
    [640, 120],
    paper,
    cells(BLUE_RULE, INK, digits([5, 9]), CROSSING),
  ),
  numberKind("form/boxes, crossed", [640, 120], paper, cells(LINES, INK, digits([5, 9]), CROSSING)),
  numberKind(
    "form/boxes apart",
    [700, 120],
    page,
    cells(LINES, INK, digits([4, 8]), { between: [0.15, 0.4] }),
  ),
  numberKind(
    "form/thick boxes",
    [640, 140],
    page,
    cells(BLACK, BLACK, digits([4, 7]), { edge: 4 }),
  ),
  numberKind(
    "form/rows of boxes",
    [640, 420],
    page,
    cells(LINES, INK, digits([5, 8], [2, 4]), { rows: [0.3, 0.8] }),
  ),
  numberKind(
    "form/table",
    [560, 480],
    page,
    cells(LINES, INK, digits([5, 5], [3, 6]), { rows: [0, 0], aspect: [1, 1.4] }),
  ),
  numberKind(
    "form/askew",
    [700, 220],
    paper,
    cells(LINES, INK, digits([5, 9]), { size: [0.7, 0.95] }),
    tilt(6),
  ),
  numberKind(
    "form/small, photographed",
    [250, 60],
    paper,
    cells(["#404040", "#505050"], ["#2a3a90", "#30304a"], digits([6, 8]), { edge: 1.5 }),
    finish(blurred(1)),
    finish(lit({ darkest: 0.7, vignette: 0.1, noise: 2 })),
  ),
];
